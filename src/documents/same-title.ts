import { z } from 'zod';
import { count } from '../cards/count.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { clip } from '../cards/limits.ts';
import type { Services } from '../interactions/command.ts';
import { pageOfEntries } from '../interactions/page-of-entries.ts';
import type { ResultPage } from '../interactions/paged.ts';

/** Of each description, in a list of documents of one title. */
const MOST_TOLD = 200;

export const SameTitle = z.object({ title: z.string(), private: z.literal(true) });

/** The documents of a title that several have, to choose from. */
export const showSameTitle = (
  { title }: z.infer<typeof SameTitle>,
  wanted: number,
  { archive }: Services,
): Promise<ResultPage> =>
  pageOfEntries(wanted, async (window) => {
    const { total, documents } = await archive.named(title, window);
    const card = {
      title: `${count(total)} documents have this title: which?`,
      lead: escapeMarkdown(title),
      entries: documents.map((document) => ({
        document,
        snippet: [{ text: clip(document.description, MOST_TOLD), match: false }],
      })),
      footer: ['oldest first'],
    };
    return { total, card };
  });
