import type { Document } from '../corpus/document.ts';
import { readableKinds } from '../corpus/document-kinds.ts';
import { formatPublication } from '../corpus/publication.ts';
import { numberIn, type Series } from '../corpus/series.ts';
import { formatDate } from '../dates/describe.ts';
import { formatNumbers, formatPeriod } from '../dates/format.ts';
import type { HistoricalDate } from '../dates/historical-date.ts';
import { isUndated } from '../dates/undated.ts';
import { citedSeries } from './cited-series.ts';
import { citedTitle, titlePieces } from './cited-title.ts';
import { type AccessDay, joined } from './csl-item.ts';
import type { RichText } from './rich-text.ts';
import { CSL_STYLES } from './styles.ts';

/**
 * The form that archives ask for: from the document to what holds it, as the record has them, with the
 * date as printed.
 * @see https://www.archives.gov/publications/general-info-leaflets/17-citing-records.html
 */
export function archiveForm(
  document: Document,
  [year, month, day]: AccessDay,
  series?: Series,
): RichText {
  const { creators, title, date, type, source, collection, identifier, url, publication } =
    document;
  const about = divided(', ', [
    [plain(joined(creators))],
    quoted(titlePieces(citedTitle(title))),
    [plain(joined(readableKinds(type ?? [])))],
    [plain(formatCitedDate(date))],
  ]);
  const number = series && numberIn(series, document);
  const records = identifier?.filter((one) => !number || one !== `${series.numbered}${number}`);
  const pieces = divided('; ', [
    about,
    [plain(publication && formatPublication(publication))],
    [plain(joined(source))],
    series ? citedSeries(series, document) : [plain(collection)],
    [plain(records?.length ? `record ${joined(records)}` : '')],
    [plain(url ? `${url} (accessed ${formatNumbers({ year, month, day })})` : '')],
  ]);
  return merged([...pieces, plain('.')]);
}

type Piece = RichText[number];

const plain = (text: string | undefined): Piece => ({ text: text ?? '', italic: false });

/** Quotation marks within become single ones. */
const quoted = (title: RichText): RichText => [
  plain('“'),
  ...title.map(({ text, italic }) => ({
    text: text.replaceAll('“', '‘').replaceAll('”', '’'),
    italic,
  })),
  plain('”'),
];

/** Parts with a sign between them; empty ones are left out. */
const divided = (sign: string, parts: readonly RichText[]): RichText =>
  parts
    .filter((part) => part.some(({ text }) => text !== ''))
    .flatMap((part, index) => (index === 0 ? part : [plain(sign), ...part]));

/** Neighbours of one kind as one piece. */
function merged(pieces: RichText): RichText {
  const whole: { text: string; italic: boolean }[] = [];
  for (const { text, italic } of pieces) {
    const last = whole.at(-1);
    if (last?.italic === italic) last.text += text;
    else whole.push({ text, italic });
  }
  return whole;
}

/** As printed; in brackets where the archive supplied it and the print doesn't show it. */
function formatCitedDate(date: HistoricalDate): string {
  const printed = date.text.trim();
  if (printed ? isUndated(printed) : date.precision === 'unknown') return 'undated';
  const shown =
    (printed && formatDate(date, CSL_STYLES['chicago-note'].dates.formatParts)) ||
    formatPeriod(date);
  return date.inferred && !/[[(]/.test(shown) ? `[${shown}]` : shown;
}
