import { showDate } from '../date/describe.ts';
import type { HistoricalDate } from '../date/historical-date.ts';
import { formatNumbers, nameSpan } from '../date/print.ts';
import { isUndated } from '../date/undated.ts';
import type { Document } from '../document.ts';
import { type AccessDay, joined } from './csl-item.ts';
import type { RichText } from './rich-text.ts';

/**
 * The form that archives ask for: from the document to what holds it, as the record has them, with the
 * date as printed.
 * @see https://www.archives.gov/publications/general-info-leaflets/17-citing-records.html
 */
export function archiveForm(document: Document, [year, month, day]: AccessDay): RichText {
  const { creators, title, date, type, source, collection, identifier, url } = document;
  const about = [
    joined(creators),
    `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`,
    joined(type),
    sayDate(date),
  ];
  const where = [
    about.filter(Boolean).join(', '),
    joined(source),
    collection,
    identifier && `record ${joined(identifier)}`,
    url && `${url} (accessed ${formatNumbers({ year, month, day })})`,
  ];
  return [{ text: `${where.filter(Boolean).join('; ')}.`, italic: false }];
}

/** As printed; in brackets where the archive supplied it and the print doesn't show it. */
function sayDate(date: HistoricalDate): string {
  const printed = date.text.trim();
  if (printed ? isUndated(printed) : date.precision === 'unknown') return 'undated';
  const shown = printed ? showDate(date) : nameSpan(date);
  return date.inferred && !/[[(]/.test(shown) ? `[${shown}]` : shown;
}
