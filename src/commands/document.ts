import { cardButtons, documentCard } from '../cards/document-card.ts';
import type { Corpus } from '../data/corpus.ts';
import type { Document } from '../data/document.ts';
import { UserError } from '../errors.ts';
import { defineCommand } from './command.ts';
import { privateOption, slashCommand } from './declaration.ts';
import { cardAnswer } from './document-links.ts';
import { documentOption, findNamed, nearest, suggestDocuments } from './named-document.ts';
import { text } from './read-options.ts';
import { relatedAnswer } from './related-answer.ts';

/** `/document`: puts a card into the discussion. It also owns the buttons of every card. */
export const document = defineCommand({
  data: slashCommand('document', 'Put the card of a document into the discussion', [
    documentOption('title'),
    privateOption,
  ]),

  read: (options) => ({ title: text(options, 'title') ?? '', private: options.private === true }),

  async run(input, services) {
    const found = findNamed(input.title, services.corpus);
    return found ? cardAnswer(found, input.private) : nearest(input.title, services);
  },

  suggest: ({ typed }, services) => suggestDocuments(typed, services),

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

    related: async ({ to: [id = ''] }, services) =>
      relatedAnswer(loaded(id, services.corpus), services, true),
  },
});

function loaded(id: string, { byId }: Corpus): Document {
  const found = byId.get(id);
  if (found) return found;
  throw new UserError(`The document ${id} is no longer loaded. Look for it with /search.`);
}
