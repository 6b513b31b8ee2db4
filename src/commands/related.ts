import { defineCommand } from './command.ts';
import { privateOption, slashCommand } from './declaration.ts';
import { documentOption, suggestDocuments } from './named-document.ts';
import { text } from './read-options.ts';
import { relatedAnswer } from './related-answer.ts';
import { withNamed } from './which-document.ts';

/** `/related`: the documents most like one, and why. */
export const related = defineCommand({
  data: slashCommand('related', 'The documents most like one, and why', [
    documentOption('document'),
    privateOption,
  ]),

  read: (options) => ({
    document: text(options, 'document') ?? '',
    private: options.private === true,
    chosen: typeof options.private === 'boolean' ? options.private : undefined,
  }),

  run: (input, services, asker) =>
    withNamed(input.document, services, asker, (found) =>
      relatedAnswer(found, services, input.chosen),
    ),

  suggest: ({ typed }, services) => suggestDocuments(typed, services),
});
