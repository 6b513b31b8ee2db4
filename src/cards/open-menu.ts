import type { Document } from '../data/corpus/document.ts';
import { documentWords } from '../wording/documents.ts';
import { documentOption } from './choice.ts';
import { type ActionRow, menuRow } from './components.ts';
import { customId } from './routes.ts';

/**
 * The menu under a list that opens a document's card.
 * @param question that the documents were found by, as it is kept
 */
export const openMenu = (
  entries: readonly { document: Document }[],
  from: number,
  question?: string,
): ActionRow[] =>
  entries.length === 0
    ? []
    : [
        menuRow(
          question ? customId('document', 'open', question) : customId('document', 'open'),
          documentWords.open,
          entries.map(({ document }, index) => documentOption(document, from + index)),
        ),
      ];
