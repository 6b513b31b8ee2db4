import { setImmediate as otherTasks } from 'node:timers/promises';
import type { Archive } from '../archive.ts';
import type { AskedQuotation, CheckedQuotation, Occurrence } from '../quotations.ts';
import { COST } from './alignment-table.ts';
import { type Candidates, findCandidates } from './candidates.ts';
import { byLikeness, findOccurrence, type RankedOccurrence } from './occurrence.ts';
import { type Quotation, readQuotation } from './read-quotation.ts';

/** What it takes to check quotations: an archive that can be searched, and hands its pages out. */
type Readable = Pick<Archive, 'search' | 'pages' | 'documents' | 'textCoverage'>;

/** How many documents that have it are told of. */
const MOST_FOUND = 10;
/** After so long no further document is read, in milliseconds. */
const WITHIN_MS = 4000;

/** How an archive checks quotations, if it can be searched and hands its pages out. */
export const createQuotationCheck =
  (archive: Readable, withinMs = WITHIN_MS): Archive['checkQuotation'] =>
  (asked) =>
    checkQuotation(archive, asked, withinMs);

async function checkQuotation(
  archive: Readable,
  asked: AskedQuotation,
  withinMs: number,
): Promise<CheckedQuotation> {
  const until = performance.now() + withinMs;
  const quotation = readQuotation(asked.text);
  // Texts that can't be read now are told here, before it looks as if there were none.
  await archive.pages('', { offset: 0, limit: 0 });
  const coverage = await archive.textCoverage();
  const [named] = asked.document === undefined ? [] : await archive.documents([asked.document]);
  const own = named && (await findOccurrence(archive, quotation, named));
  const candidates = await findCandidates(archive, quotation, coverage.documents > 0);
  const documents = candidates.documents.filter(({ id }) => id !== named?.id);
  const found: RankedOccurrence[] = [];
  let compared = 0;
  for (const document of documents) {
    if (performance.now() > until) break;
    const { found: occurrence } = await findOccurrence(archive, quotation, document);
    if (occurrence) found.push(occurrence);
    compared += 1;
    // Whoever types in the meantime is answered first.
    await otherTasks();
  }
  const best = bestOf(found.toSorted(byLikeness), quotation);
  return {
    total: best.length,
    found: best.slice(0, MOST_FOUND),
    uncompared: documents.length - compared + countOthers(candidates, [own?.found, ...found]),
    ...(named &&
      own && {
        inDocument: {
          document: named,
          hasText: own.hasText,
          found: own.found?.occurrence ?? null,
        },
      }),
    coverage,
  };
}

/** How many documents might have it as exactly as those found, or as nearly, and were no candidates. */
function countOthers(
  { whole, rest }: Candidates,
  found: readonly (RankedOccurrence | null | undefined)[],
): number {
  const exact = found.filter((one) => one?.occurrence.verdict === 'exact');
  if (exact.length === 0) return rest;
  const known = new Set([...whole.ids, ...exact.map((one) => one?.occurrence.document.id)]);
  return Math.max(0, whole.total - known.size);
}

/** How much more may differ than in the best, as a part of all the words. */
const AS_NEAR = 0.08;

/** The exact ones, or else those that are about as near as the nearest. */
function bestOf(ranked: readonly RankedOccurrence[], { words }: Quotation): Occurrence[] {
  const [first] = ranked;
  const most = (first?.cost ?? 0) + AS_NEAR * COST.changed * words.length;
  return ranked
    .filter(({ cost, occurrence: { verdict } }) =>
      first?.occurrence.verdict === 'exact' ? verdict === 'exact' : cost <= most,
    )
    .map(({ occurrence }) => occurrence);
}
