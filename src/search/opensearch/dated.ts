import type { Document } from '../../data/corpus/document.ts';
import { celebrated, celebratedDays, type DayOfYear } from '../../data/dates/anniversary.ts';
import { dayOfKey, keyOf, nearestDays } from '../../data/dates/nearest-days.ts';
import type { Anniversaries, DayEntry } from '../answers.ts';
import type { Archive } from '../archive.ts';
import type { Window } from '../questions.ts';
import { documentsWhere } from './holdings.ts';
import { DOCUMENTS, documentsIn, type PinnedIndex } from './pinned-index.ts';
import { allOf, anyOf, BY_DATE, butNot, type Clause, term, withinSpan } from './queries.ts';
import type { Whole } from './whole.ts';
import { checkWindow } from './window-limit.ts';

/** Oldest first; of equal dates, in the order of the corpus. */
const OLDEST_FIRST = [...BY_DATE, { position: 'asc' }];

/** Documents by when they are from. */
export function createDated(
  index: PinnedIndex,
  whole: Whole,
): Pick<Archive, 'overlapping' | 'anniversaries' | 'ofMonth'> {
  return {
    async overlapping(span, window) {
      const query = allOf(withinSpan(span));
      const [found, { undated }] = await Promise.all([
        documentsWhere(index, query, window, OLDEST_FIRST),
        whole.summary(),
      ]);
      return { ...found, undated };
    },
    ofMonth: (month, window) =>
      documentsWhere(index, term('month_only', month), window, OLDEST_FIRST),
    anniversaries: (day, year, window) => anniversaries(index, whole, day, year, window),
  };
}

/** One kind of entries: which documents they are, and how an entry is made of one. */
type Part = { query: Clause; total: number; entry: (document: Document) => DayEntry };

async function anniversaries(
  index: PinnedIndex,
  whole: Whole,
  day: DayOfYear,
  year: number,
  window: Window,
): Promise<Anniversaries> {
  const days = celebratedDays(day, year);
  const months = [...new Set(days.map(({ month }) => month))].map((month) =>
    term('month_only', month),
  );
  const [certain, perhaps] = [onDays('certain_days', days), onDays('doubtful_days', days)];
  const [ofCertain = 0, ofPerhaps = 0, ...ofMonths] = await index.count([
    certain,
    perhaps,
    ...months,
  ]);
  const parts: Part[] = [
    { query: certain, total: ofCertain, entry: (document) => certainEntry(document, days) },
    { query: perhaps, total: ofPerhaps, entry: (document) => perhapsEntry(document, days) },
  ];
  const counts = ofCertain > 0 ? new Map<number, number>() : await whole.certainDays();
  const { before, after } = nearestDays(counts.keys(), day);
  const near = (kind: 'before' | 'after', key: number | undefined) => {
    if (key === undefined) return undefined;
    const total = counts.get(key) ?? 0;
    const entry = (document: Document): DayEntry => ({ kind, document });
    parts.push({ query: term('certain_day', key), total, entry });
    return { ...dayOfKey(key), documents: total };
  };
  const nearest = { before: near('before', before), after: near('after', after) };
  return {
    certain: ofCertain,
    monthOnly: ofMonths.reduce((sum, count) => sum + count, 0),
    nearest,
    total: parts.reduce((sum, { total }) => sum + total, 0),
    entries: await entriesIn(index, parts, window),
  };
}

/**
 * What has something to do with any of the days, by a field that has those; of several days the first
 * that a document has anything to do with counts.
 */
function onDays(field: string, days: readonly DayOfYear[]): Clause {
  const clauses = days.map((day, i) =>
    butNot(
      term(field, keyOf(day)),
      days
        .slice(0, i)
        .flatMap((earlier) => [
          term('certain_days', keyOf(earlier)),
          term('doubtful_days', keyOf(earlier)),
          term('month_only', earlier.month),
        ]),
    ),
  );
  return anyOf(clauses);
}

const certainEntry = (document: Document, days: ReturnType<typeof celebratedDays>): DayEntry => ({
  kind: 'certain',
  document,
  label: celebrated(document.date, days)?.label,
});

function perhapsEntry(document: Document, days: ReturnType<typeof celebratedDays>): DayEntry {
  const is = celebrated(document.date, days);
  return { kind: 'perhaps', document, reason: is?.kind === 'apart' ? is.reason : '' };
}

/** What of all parts, one after the other, lies in a window. */
async function entriesIn(
  index: PinnedIndex,
  parts: readonly Part[],
  window: Window,
): Promise<DayEntry[]> {
  const wanted: { part: Part; from: number; size: number }[] = [];
  let before = 0;
  for (const part of parts) {
    const from = Math.max(0, window.offset - before);
    const size = Math.min(part.total, window.offset + window.limit - before) - from;
    if (size > 0) wanted.push({ part, from, size });
    before += part.total;
  }
  for (const { from, size } of wanted) checkWindow({ offset: from, limit: size });
  const answers = await index.search(
    wanted.map(({ part, from, size }) => ({
      query: part.query,
      from,
      size,
      sort: OLDEST_FIRST,
      ...DOCUMENTS,
    })),
  );
  return answers
    .flatMap((answer, i) => documentsIn(answer).map((one) => wanted[i]?.part.entry(one)))
    .filter((entry) => entry !== undefined);
}
