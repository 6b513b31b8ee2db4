import type { DayOfYear } from '../../data/dates/anniversary.ts';
import { keyOf, nearestDays } from '../../data/dates/nearest-days.ts';
import type { Anniversaries, DayEntry } from '../answers.ts';
import type { Archive } from '../archive.ts';
import type { Window } from '../questions.ts';
import { askBoth, type Both } from './both.ts';
import { isOlder } from './date-order.ts';
import { mergeWindow, type Ordered } from './merge-window.ts';

type Near = Anniversaries['nearest']['before'];
const KINDS = ['certain', 'perhaps', 'before', 'after'] as const;

/** The anniversaries of both, each kind of entry oldest first. */
export async function joinedAnniversaries(
  both: Both,
  day: DayOfYear,
  year: number,
  window: Window,
): Promise<Anniversaries> {
  const asked = (archive: Archive, part: Window) => archive.anniversaries(day, year, part);
  const [one, other] = await askBoth(both, (archive) => asked(archive, { offset: 0, limit: 0 }));
  const certain = one.certain + other.certain;
  const nearest = certain > 0 ? {} : nearestOfBoth(one, other, day);
  const parts = KINDS.map((kind) =>
    [[both.corpus, one] as const, [both.added, other] as const].map(
      ([archive, found]): Ordered<DayEntry> => {
        const { begin, total } = partOf(found, kind);
        const isShown =
          kind === 'certain' || kind === 'perhaps' || isSame(found.nearest[kind], nearest[kind]);
        return {
          total: isShown ? total : 0,
          part: async ({ offset, limit }) => {
            const length = Math.max(0, Math.min(limit, total - offset));
            return (await asked(archive, { offset: begin + offset, limit: length })).entries;
          },
        };
      },
    ),
  );
  const totals = parts.map((lists) => lists.reduce((sum, { total }) => sum + total, 0));
  return {
    certain,
    monthOnly: one.monthOnly + other.monthOnly,
    nearest,
    total: totals.reduce((sum, total) => sum + total, 0),
    entries: await entriesIn(parts, totals, window),
  };
}

/** What of all kinds, one after the other, lies in a window. */
async function entriesIn(
  parts: readonly (readonly Ordered<DayEntry>[])[],
  totals: readonly number[],
  window: Window,
): Promise<DayEntry[]> {
  const entries: DayEntry[] = [];
  let before = 0;
  for (const [at, [one, other]] of parts.entries()) {
    const total = totals[at] ?? 0;
    const offset = Math.max(0, window.offset - before);
    const limit = Math.min(total, window.offset + window.limit - before) - offset;
    if (one && other && limit > 0) {
      const isBefore = (a: DayEntry, b: DayEntry) => isOlder(a.document, b.document);
      entries.push(...(await mergeWindow(one, other, isBefore, { offset, limit })));
    }
    before += total;
  }
  return entries;
}

/** Where the entries of a kind begin in what an archive tells, and how many they are. */
function partOf(
  { certain, total, nearest }: Anniversaries,
  kind: (typeof KINDS)[number],
): { begin: number; total: number } {
  const after = nearest.after?.documents ?? 0;
  const before = nearest.before?.documents ?? 0;
  const perhaps = total - certain - before - after;
  const sizes = { certain, perhaps, before, after };
  const at = KINDS.indexOf(kind);
  const begin = KINDS.slice(0, at).reduce((sum, earlier) => sum + sizes[earlier], 0);
  return { begin, total: sizes[kind] };
}

/** The nearest days before and after that either has anything for. */
function nearestOfBoth(
  one: Anniversaries,
  other: Anniversaries,
  day: DayOfYear,
): Anniversaries['nearest'] {
  const near = (kind: 'before' | 'after'): Near => {
    const [a, b] = [one.nearest[kind], other.nearest[kind]];
    if (!a || !b) return a ?? b;
    if (isSame(a, b)) return { ...a, documents: a.documents + b.documents };
    return nearestDays([keyOf(a), keyOf(b)], day)[kind] === keyOf(a) ? a : b;
  };
  return { before: near('before'), after: near('after') };
}

const isSame = (one: Near, other: Near): boolean =>
  one !== undefined && other !== undefined && keyOf(one) === keyOf(other);
