import { compareDays } from './compare.ts';
import { monthNumber } from './months.ts';
import { parseDate } from './parse.ts';

/** A whole day as titles print it: `July 9, 1919`, `12th August, 1919`, `16th day of December, A. D. 1871`. */
const DAY =
  /(?<![\p{L}\d])(?:(?<circa>c(?:irc)?a\.?)\s+)?(?:(?<m1>\p{L}{3,12}\.?)\s+(?<d1>\d{1,2})(?:st|nd|rd|d|th)?,?\s+(?<y1>\d{4})|(?<d2>\d{1,2})(?:st|nd|rd|d|th|er|\.)?(?:\s+day)?(?:\s+(?:of|de))?\s+(?<m2>\p{L}{3,12}\.?),?(?:\s+(?:de|A\.\s?D\.))?\s+(?<y2>\d{4})|(?<iso>\d{4}-\d\d-\d\d))(?![\p{L}\d])/giu;

/** What the title itself is dated by, where it names several days. */
const DATED = /\b(?:signed|dated|held|issued|delivered)\b[^,.;]{0,60}[,.]?\s*$/i;

/** The end or the beginning of an interval, or what came before or after a day. */
const EDGE =
  /\b(?:to|until|till|through|from|since|between|before|after|by|prior to)\s+(?:the\s+)?$/i;
const INTERVAL =
  /^\s*(?:to|until|till|through|and|–|—|-)\s*(?:the\s+)?\d|^\s*(?:(?:to|until|through)\s+|[–-]\s*)\p{Lu}/iu;

const PAPERS =
  'acts?|agreements?|armistice|awards?|bills?|circulars?|codes?|constitution|contracts?|conventions?|decisions?|decrees?|despatch(?:es)?|dispatch(?:es)?|instructions?|judgments?|laws?|letters?|notes?|orders?|ordinances?|proclamations?|protocols?|resolutions?|telegrams?|times|treat(?:y|ies)';

/** Another paper that the title refers to by its day: `under the treaty of May 8, 1871`. */
const REFERENCE = new RegExp(
  `(?:\\b(?:of|to|from|under|by|with|in|on|and|per|respecting|concerning|regarding|amending)\\s+(?:(?:the|an?|said)\\s+)?(?:\\S+\\s+){0,3}(?:${PAPERS})\\b[^,.;:—]*|\\b(?:concluded|approved|ratified|enacted|amended|exchanged)\\b[^.;:]{0,40})$`,
  'iu',
);

/** What a title names first, where it is such a paper itself. */
const IS_PAPER = new RegExp(`^(?:[\\p{L}-]+\\s+){0,4}(?:${PAPERS})\\b`, 'iu');
const OF_PAPER = new RegExp(`\\b(?:of|to) the (?:[\\p{L}-]+ ){0,3}(?:${PAPERS})\\b`, 'iu');

/** Whether a day is when another paper was signed: `Ratification of the Protocol on …, signed …`. */
const isOfAnother = (before: string): boolean =>
  /\bsigned\b[^;:]*$/i.test(before) && OF_PAPER.test(before) && !IS_PAPER.test(before);

/**
 * The day that a title says its document is of, as printed: `July 9, 1919` of "Minutes of Meeting,
 * July 9, 1919". Null if it names none, or only that of another paper, an interval, or several days of
 * which none is said to be its own.
 */
export function dateInTitle(title: string): string | null {
  const days = [...title.matchAll(DAY)].flatMap((match) => {
    const text = printed(match.groups ?? {});
    const { start, precision } = parseDate(text ?? '').date;
    const before = title.slice(0, match.index);
    const after = title.slice(match.index + match[0].length);
    return text && start && precision === 'day' ? [{ text, start, before, after }] : [];
  });
  const own = days.filter(
    ({ before, after }) =>
      !(EDGE.test(before) || INTERVAL.test(after) || REFERENCE.test(before) || isOfAnother(before)),
  );
  const [first] = own;
  if (!first) return null;
  const isAlone = days.every(({ start }) => compareDays(start, first.start) === 0);
  if (isAlone) return first.text;
  const dated = own.filter(({ before }) => DATED.test(before));
  if (dated.length === 1) return dated[0]?.text ?? null;
  return first === days[0] && isHeadDate(first) ? first.text : null;
}

/** Whether a day stands right behind what the document is: `Protocol of …`, `Proclamation No. 7, …`. */
const isHeadDate = ({ before, after }: { before: string; after: string }): boolean =>
  /^(?!(?:about|concerning|in|of|on|re|regarding)\b)\p{Lu}[^,;:]*(?:,| of| dated| No\. [\w–-]+)\s*$/iu.test(
    before,
  ) && !/^,?\s+and\b/.test(after);

function printed({ circa, m1, d1, y1, d2, m2, y2, iso }: Record<string, string | undefined>) {
  if (iso) return iso;
  const name = m1 ?? m2 ?? '';
  const bare = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f.]/g, '');
  if (monthNumber(bare) === 0) return undefined;
  const day = m1 ? `${name} ${d1}, ${y1}` : `${d2} ${name} ${y2}`;
  return circa ? `circa ${day}` : day;
}
