import type { Document } from '../../data/corpus/document.ts';
import type { Documents } from '../answers.ts';
import type { Archive } from '../archive.ts';
import type { Window } from '../questions.ts';
import { joinedAnniversaries } from './anniversaries.ts';
import { askBoth, type Both } from './both.ts';
import { isOlder } from './date-order.ts';
import { mergeWindow, type Ordered } from './merge-window.ts';
import { settle } from './settle.ts';
import { type AskTimelines, addTimelines, countTogether } from './timeline.ts';

type AskPart = (archive: Archive, window: Window) => Promise<Documents>;

/** Documents of both by when they are from. */
export function joinedDates(
  both: Both,
): Pick<Archive, 'overlapping' | 'anniversaries' | 'ofMonth' | 'timeline'> {
  return {
    async overlapping(span, window) {
      const ask = (archive: Archive, part: Window) => archive.overlapping(span, part);
      const [one, other] = await askBoth(both, (archive) => ask(archive, NOTHING));
      const undated = one.undated + other.undated;
      return { ...(await oldestFirst(both, ask, window, [one, other])), undated };
    },

    async ofMonth(month, window) {
      const ask = (archive: Archive, part: Window) => archive.ofMonth(month, part);
      const totals = await askBoth(both, (archive) => ask(archive, NOTHING));
      return oldestFirst(both, ask, window, totals);
    },

    anniversaries: (day, year, window) => joinedAnniversaries(both, day, year, window),

    async timeline({ text, filter, by }) {
      const [ofCorpus, ofAdded] = await readBoth(both, text);
      const ask: AskTimelines = (by) =>
        Promise.all([
          both.corpus.timeline({ ...ofCorpus, filter, by }),
          both.added.timeline({ ...ofAdded, filter, by }),
        ]);
      const [one, other] = await ask(by);
      const alone = [one.timeline, other.timeline];
      const meant = one.meant + other.meant;
      if (!by) return { meant, timeline: await countTogether(ask, alone, filter) };
      const counted = alone.filter((timeline) => timeline !== null);
      return { meant, timeline: addTimelines(by, counted, by.unit) };
    },
  };
}

/** What is asked of each, so that both read it alike. */
async function readBoth(both: Both, text: string | undefined) {
  if (text === undefined) return [{}, {}];
  const { queries } = await settle(both, { text, filter: {}, sort: 'relevance', ...NOTHING });
  return [queries.corpus, { ...queries.added, corrects: false }].map(({ text, corrects }) => ({
    text,
    corrects,
  }));
}

const NOTHING: Window = { offset: 0, limit: 0 };

async function oldestFirst(
  { corpus, added }: Both,
  ask: AskPart,
  window: Window,
  [one, other]: readonly [Documents, Documents],
): Promise<Documents> {
  const from = (archive: Archive, { total }: Documents): Ordered<Document> => ({
    total,
    part: async (part) => (await ask(archive, part)).documents,
  });
  const documents = await mergeWindow(from(corpus, one), from(added, other), isOlder, window);
  return { total: one.total + other.total, documents };
}
