import { documentOption } from '../cards/choice.ts';
import { customId, menuRow, type Row } from '../cards/components.ts';
import { cardButtons, documentCard } from '../cards/document-card.ts';
import type { Document } from '../data/document.ts';
import type { Answer } from './command.ts';

/** The menu under a list that opens a document's card. */
export const openMenu = (entries: readonly { document: Document }[], from: number): Row[] =>
  entries.length === 0
    ? []
    : [
        menuRow(
          customId('document', 'open'),
          'Open a document',
          entries.map(({ document }, index) => documentOption(document, from + index)),
        ),
      ];

/** A document's card with its buttons. */
export const cardAnswer = (document: Document, isPrivate: boolean, heading?: string): Answer => ({
  embeds: [documentCard(document, heading)],
  components: [cardButtons(document, isPrivate)],
  private: isPrivate,
});
