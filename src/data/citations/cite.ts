import type { Document } from '../corpus/document.ts';
import type { Series } from '../corpus/series.ts';
import { archiveForm } from './archive-form.ts';
import type { CslDate } from './cited-date.ts';
import type { CslName } from './cited-name.ts';
import { citedSeries } from './cited-series.ts';
import { citedTitle, titlePieces } from './cited-title.ts';
import { type AccessDay, type CslItem, citedItem } from './csl-item.ts';
import { guarded, guardedPieces, markedPieces, type RichText, readHtml } from './rich-text.ts';
import { CSL_STYLES, type Style } from './styles.ts';
import { typeset } from './typeset.ts';

/**
 * Cites a document.
 * @param series the edition that its collection is from, where its full name is known
 */
export async function cite(
  document: Document,
  style: Style,
  accessed: AccessDay,
  series?: Series,
): Promise<RichText> {
  if (style === 'archive') return archiveForm(document, accessed, series);
  // citeproc-js keeps items by their ids in plain objects, where "constructor" is taken.
  const item = {
    ...guardedItem(citedItem(document, CSL_STYLES[style].dates, accessed)),
    id: 'cited',
    title: guardedPieces(titlePieces(citedTitle(document.title))),
    ...(series &&
      !document.publication && { archive: markedPieces(citedSeries(series, document)) }),
  };
  return readHtml(await typeset({ style, item }));
}

/** An item as citeproc-js is to have it, with nothing in it that it would take for an instruction. */
const guardedItem = (item: CslItem): object =>
  Object.fromEntries(
    Object.entries(item).map(([key, value]) => {
      if (typeof value === 'string') return [key, guarded(value)];
      return [key, Array.isArray(value) ? value.map(guardedName) : value && guardedDate(value)];
    }),
  );

/** A body goes for a person with one name: among other names citeproc-js sets no comma before it. */
const guardedName = (name: CslName): CslName => {
  if ('literal' in name) return { family: guarded(name.literal) };
  return Object.fromEntries(
    Object.entries(name).map(([part, text]) => [part, guarded(text)]),
  ) as CslName;
};

const guardedDate = (date: CslDate): CslDate =>
  'literal' in date ? { literal: guarded(date.literal) } : date;
