import { setImmediate as otherTasks } from 'node:timers/promises';
import type { Document } from '../../data/corpus/document.ts';
import { PAGE_KINDS, type Page } from '../../data/texts/page.ts';
import type { Archive } from '../archive.ts';
import type { Occurrence } from '../quotations.ts';
import { compare, type Match } from './compare.ts';
import { asOneLine, type ComparedText, joinPages, withoutPages } from './compared-text.ts';
import type { Quotation } from './read-quotation.ts';
import { readWindows } from './text-windows.ts';

/** An occurrence, with what its differences cost. */
export type RankedOccurrence = { occurrence: Occurrence; cost: number };

/** What is shown on either side of a passage, in code units. */
const CONTEXT = 160;
/** How many pages before the likeliest one are read with it; earlier ones are read first anyway. */
const BEFORE = 5;

/** What comparing a document told. */
export type ComparedDocument = {
  hasText: boolean;
  /** Whether all of its text was read, or as much as it took. */
  isDone: boolean;
  found: RankedOccurrence | null;
};

/**
 * Where a document comes closest to a quotation: in its text, or else in its description or title.
 * @param likely the page that has it likeliest: a long text is read there first
 * @param until after this no more of its text is read
 */
export async function findOccurrence(
  archive: Pick<Archive, 'pages'>,
  quotation: Quotation,
  { document, likely = 1 }: { document: Document; likely?: number | undefined },
  until: number,
): Promise<ComparedDocument> {
  let best: RankedOccurrence | null = null;
  const take = (text: ComparedText, record?: 'title' | 'description') => {
    const match = compare(quotation, text);
    if (!match) return;
    const found = { occurrence: toOccurrence(document, text, match, record), cost: match.cost };
    if (!best || byLikeness(found, best) < 0) best = found;
  };
  const isExact = () => best?.occurrence.verdict === 'exact';
  let [hasText, isDone] = [false, true];
  const windows = readFrom(archive, document.id, quotation, likely - 1 - BEFORE);
  for await (const pages of windows) {
    take(joinPages(pages));
    hasText = true;
    // Whoever types in the meantime is answered first.
    await otherTasks();
    if (isExact()) break;
    isDone = performance.now() <= until;
    if (!isDone) break;
  }
  if (!isExact()) take(withoutPages(document.description), 'description');
  if (!isExact()) take(withoutPages(document.title), 'title');
  return { hasText, isDone: isDone || isExact(), found: best };
}

/** One window from a page on, if that isn't at the beginning, and then all. */
async function* readFrom(
  archive: Pick<Archive, 'pages'>,
  id: string,
  quotation: Quotation,
  page: number,
): AsyncGenerator<readonly Page[]> {
  if (page > 0) {
    for await (const pages of readWindows(archive, id, quotation, page)) {
      yield pages;
      break;
    }
  }
  yield* readWindows(archive, id, quotation, 0);
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
