import type { Archive } from '../archive.ts';
import type { AskedQuotation, CheckedQuotation, Occurrence } from '../quotations.ts';
import { COST } from './alignment-table.ts';
import { type Candidate, type Candidates, findCandidates } from './candidates.ts';
import { byLikeness, findOccurrence, type RankedOccurrence } from './occurrence.ts';
import { type Quotation, readQuotation } from './read-quotation.ts';

/** What it takes to check quotations: an archive that can be searched, and hands its pages out. */
type Readable = Pick<Archive, 'search' | 'pages' | 'documents' | 'textCoverage'>;

/** How many documents that have it are told of. */
export const MOST_FOUND = 10;
/** After so long no more is read, in milliseconds; half of it is for the document that is named. */
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
  const candidates = await findCandidates(archive, quotation, coverage.documents > 0);
  const isNamed = ({ document }: Candidate) => document.id === named?.id;
  const own =
    named &&
    (await findOccurrence(
      archive,
      quotation,
      candidates.documents.find(isNamed) ?? { document: named },
      until - withinMs / 2,
    ));
  const others = candidates.documents.filter((candidate) => !isNamed(candidate));
  const found: RankedOccurrence[] = [];
  let compared = 0;
  for (const candidate of others) {
    if (performance.now() > until) break;
    const { found: occurrence, isDone } = await findOccurrence(
      archive,
      quotation,
      candidate,
      until,
    );
    if (occurrence) found.push(occurrence);
    if (isDone || occurrence) compared += 1;
  }
  const best = bestOf(found.toSorted(byLikeness), quotation);
  return {
    total: best.length,
    found: best.slice(0, MOST_FOUND),
    uncompared: others.length - compared + countOthers(candidates, [own?.found, ...found]),
    ...(named &&
      own && {
        inDocument: {
          document: named,
          hasText: own.hasText,
          isWhole: own.isDone,
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
