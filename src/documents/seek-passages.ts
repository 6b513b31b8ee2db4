import { z } from 'zod';
import { clip } from '../cards/limits.ts';
import { customId } from '../cards/routes.ts';
import { UserError } from '../errors.ts';
import type { ComponentHandler, Form, Services } from '../interactions/command.ts';
import { documentPassageWords } from '../wording/passages.ts';
import { documentPages } from './document-pages.ts';
import { requireDocument } from './named-document.ts';
import { PassagesIn } from './passages-in.ts';

const WORDS = 'words';
const LONGEST_WORDS = 200;

/** What of a search is asked again of one document. */
const Question = z.object({
  query: z.string(),
  expandsNames: z.boolean().optional(),
  corrects: z.boolean().optional(),
  adoptsOffers: z.boolean().optional(),
});

/** `Passages`: what the document's text says to the question it was found by; else its words are asked for. */
export const passages: ComponentHandler = async (
  { args: [id = '', question = ''] },
  services,
  invoker,
) => {
  const view = question ? await services.store.views.find(question) : undefined;
  const asked = Question.safeParse(view?.input);
  if (!asked.success) return askWords(id, services);
  const { query, ...expansion } = asked.data;
  return documentPages.open(
    PassagesIn.parse({ passagesIn: id, query, ...expansion, private: true }),
    services,
    invoker,
  );
};

/** `Other words`: asks for them. */
export const seek: ComponentHandler = async ({ args: [id = ''] }, services) =>
  askWords(id, services);

/** The form sent in. */
export const sought: ComponentHandler = async ({ args: [id = ''], fields }, services, invoker) => {
  const query = fields[WORDS]?.trim();
  if (!query) throw new UserError(documentPassageWords.noWords);
  const input = PassagesIn.parse({ passagesIn: id, query, private: true });
  return documentPages.open(input, services, invoker);
};

async function askWords(id: string, { archive }: Pick<Services, 'archive'>): Promise<Form> {
  const { title } = await requireDocument(id, archive);
  const words = documentPassageWords.form;
  return {
    form: {
      title: words.title,
      customId: customId('document', 'sought', id),
      fields: [
        {
          id: WORDS,
          label: words.label,
          description: clip(words.description(title), 100),
          most: LONGEST_WORDS,
          required: true,
        },
      ],
    },
  };
}
