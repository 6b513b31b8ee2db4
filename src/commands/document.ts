import { documentChoice } from '../cards/choice.ts';
import { cardButtons, documentCard } from '../cards/document-card.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { LIMITS } from '../cards/limits.ts';
import { listCard } from '../cards/list-card.ts';
import type { Corpus } from '../data/corpus.ts';
import type { Document } from '../data/document.ts';
import { documentsOf, withDocuments } from '../data/lookup.ts';
import { UserError } from '../errors.ts';
import { type Answer, defineCommand, type Services } from './command.ts';
import { privateOption, slashCommand, textOption } from './declaration.ts';
import { cardAnswer, openMenu } from './document-links.ts';
import { text } from './read-options.ts';

const NEAREST = 5;
const RELATED = 5;

/** `/document`: puts a card into the discussion. It also owns the buttons of every card. */
export const document = defineCommand({
  data: slashCommand('document', 'Put the card of a document into the discussion', [
    textOption('title', 'Title or id; choose from the list', {
      required: true,
      autocomplete: true,
      most: 300,
    }),
    privateOption,
  ]),

  read: (options) => ({ title: text(options, 'title') ?? '', private: options.private === true }),

  async run(input, services) {
    const found = named(input.title, services.corpus);
    return found ? cardAnswer(found, input.private) : nearest(input.title, services);
  },

  async suggest({ typed }, { corpus, engine }) {
    return documentsOf(corpus, await engine.suggest(typed, LIMITS.choices)).map(documentChoice);
  },

  components: {
    open: async ({ values: [id = ''] }, { corpus }) => cardAnswer(loaded(id, corpus), true),

    share: async ({ to: [id = ''] }, { corpus }, { userId }) => {
      const shared = loaded(id, corpus);
      return {
        content: `Shared by <@${userId}>`,
        embeds: [documentCard(shared)],
        components: [cardButtons(shared, false)],
        private: false,
      };
    },

    related: async ({ to: [id = ''] }, services) => related(loaded(id, services.corpus), services),
  },
});

/** The document of this id, or the only one of this title, letter case aside. */
function named(title: string, { byId, documents }: Corpus): Document | undefined {
  const chosen = byId.get(title);
  if (chosen) return chosen;
  const wanted = title.toLowerCase();
  const [first, ...others] = documents.filter(
    (candidate) => candidate.title.toLowerCase() === wanted,
  );
  return others.length === 0 ? first : undefined;
}

function loaded(id: string, { byId }: Corpus): Document {
  const found = byId.get(id);
  if (found) return found;
  throw new UserError(`The document ${id} is no longer loaded. Look for it with /search.`);
}

/** No document has this title: a private list of those that come nearest. */
async function nearest(title: string, { corpus, engine }: Services): Promise<Answer> {
  const suggested = await engine.suggest(title, NEAREST);
  const query = { text: title, filter: {}, sort: 'relevance', offset: 0, limit: NEAREST } as const;
  const { hits } = await engine.search(query);
  const found = documentsOf(corpus, [...suggested, ...hits]).slice(0, NEAREST);
  const entries = found.map((document) => ({ document }));
  const embed = listCard({
    title: 'No document has this title',
    lead: `No document is named “${escapeMarkdown(title)}”. ${entries.length ? 'The nearest:' : 'Try /search with other words.'}`,
    entries,
    from: 1,
    footer: [],
  });
  return { embeds: [embed], components: openMenu(entries, 1), private: true };
}

async function related(source: Document, { corpus, engine }: Services): Promise<Answer> {
  const hits = await engine.related(source.id, RELATED);
  const entries = withDocuments(corpus, hits);
  const embed = listCard({
    title: `Related to: ${escapeMarkdown(source.title)}`,
    lead: entries.length ? undefined : 'Nothing here shares its telling words.',
    entries,
    from: 1,
    footer: [entries.length ? 'by shared words' : undefined],
  });
  return { embeds: [embed], components: openMenu(entries, 1), private: true };
}
