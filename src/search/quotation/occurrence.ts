import type { Document } from '../../data/corpus/document.ts';
import { PAGE_KINDS } from '../../data/texts/page.ts';
import type { Archive } from '../archive.ts';
import type { Occurrence } from '../quotations.ts';
import { compare, type Match } from './compare.ts';
import { asOneLine, type ComparedText, joinPages, withoutPages } from './compared-text.ts';
import type { Quotation } from './read-quotation.ts';

/** An occurrence, with what its differences cost. */
export type RankedOccurrence = { occurrence: Occurrence; cost: number };

/** More than any text has. */
const ALL = { offset: 0, limit: 1_000_000 };
/** What is shown on either side of a passage, in code units. */
const CONTEXT = 160;

/** Where a document comes closest to a quotation: in its text, or else in its description or title. */
export async function findOccurrence(
  archive: Pick<Archive, 'pages'>,
  quotation: Quotation,
  document: Document,
): Promise<{ hasText: boolean; found: RankedOccurrence | null }> {
  const { pages } = await archive.pages(document.id, ALL);
  const texts: { text: ComparedText; record?: 'title' | 'description' }[] = [
    { text: joinPages(pages) },
    { text: withoutPages(document.description), record: 'description' },
    { text: withoutPages(document.title), record: 'title' },
  ];
  let best: RankedOccurrence | null = null;
  for (const { text, record } of texts) {
    const match = compare(quotation, text);
    if (!match) continue;
    const found = { occurrence: toOccurrence(document, text, match, record), cost: match.cost };
    if (!best || byLikeness(found, best) < 0) best = found;
    if (match.verdict === 'exact') break;
  }
  return { hasText: pages.length > 0, found: best };
}

function toOccurrence(
  document: Document,
  { text, pageAt }: ComparedText,
  { start, end, cost, ...passage }: Match,
  record: 'title' | 'description' | undefined,
): Occurrence {
  const [first, last] = [pageAt(start), pageAt(end - 1)];
  const place = record || !first || !last ? { record: record ?? 'description' } : { first, last };
  return { document, place, ...contextOf(text, start, end), ...passage };
}

/** What is printed before and after a passage, from and to a whole word, with "…" where it is cut. */
function contextOf(text: string, start: number, end: number) {
  const before = text.slice(Math.max(0, start - CONTEXT), start).toWellFormed();
  const after = text.slice(end, end + CONTEXT).toWellFormed();
  const isCutBefore = start > CONTEXT;
  const isCutAfter = end + CONTEXT < text.length;
  return {
    before: asOneLine(isCutBefore ? `…${before.replace(/^\S*\s/, '')}` : before),
    after: asOneLine(isCutAfter ? `${after.replace(/\s\S*$/, '')}…` : after),
  };
}

/** The exact ones first, then those with least that differs; texts before records, editions before OCR. */
export function byLikeness(a: RankedOccurrence, b: RankedOccurrence): number {
  const isNear = ({ occurrence }: RankedOccurrence) => Number(occurrence.verdict === 'near');
  return isNear(a) - isNear(b) || a.cost - b.cost || trust(a) - trust(b);
}

const trust = ({ occurrence: { place } }: RankedOccurrence): number =>
  'record' in place ? PAGE_KINDS.length : PAGE_KINDS.indexOf(place.first.kind);
