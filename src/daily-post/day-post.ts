import { createHash } from 'node:crypto';
import { openMenu } from '../cards/open-menu.ts';
import { MOST_CARDS, type Series, seriesCards } from '../cards/series.ts';
import { yearsAgo } from '../cards/years-ago.ts';
import type { Document } from '../data/corpus/document.ts';
import { numbersOf } from '../data/dates/calendar.ts';
import { formatDayOfYear, monthName } from '../data/dates/format.ts';
import type { Post } from '../interactions/channels.ts';
import type { Services } from '../interactions/command.ts';
import type { Archive } from '../search/archive.ts';
import type { Subscription } from '../store/tables/subscriptions.ts';
import { dayPostWords } from '../wording/daily-post.ts';

/** What is posted on a day without a certain anniversary. */
export const EMPTY = ['skip', 'month', 'random'] as const;
export type Empty = (typeof EMPTY)[number];

/** How many documents of a month stand for a day without its own. */
const OF_MONTH = 3;

/**
 * The post of a day, always the same for the same day and corpus; undefined if there is nothing to
 * say and nothing was wanted instead.
 * @param day `YYYY-MM-DD`
 */
export async function dayPost(
  { guild, empty }: Pick<Subscription, 'guild' | 'empty'>,
  day: string,
  { archive }: Pick<Services, 'archive'>,
): Promise<Post | undefined> {
  const { year, month, day: dayOfMonth } = numbersOf(day);
  const ofYear = { month, day: dayOfMonth };
  const window = { offset: 0, limit: MOST_CARDS };
  const { certain, entries } = await archive.anniversaries(ofYear, year, window);
  const name = formatDayOfYear(ofYear);
  if (certain > 0) {
    const more = certain - MOST_CARDS;
    return postOf({
      title: dayPostWords.title(name),
      lead:
        more > 0
          ? dayPostWords.documentsAndMore(certain, name, more)
          : dayPostWords.documents(certain),
      footer: dayPostWords.footer(day),
      cards: entries.flatMap((entry) =>
        entry.kind === 'certain'
          ? {
              document: entry.document,
              note: [yearsAgo(entry.document, year), entry.label].filter(Boolean).join('; '),
            }
          : [],
      ),
    });
  }
  const instead = await insteadOf(empty, archive, { ...ofYear, key: `${guild} ${day}` });
  if (!instead) return undefined;
  return postOf({
    title: dayPostWords.title(name),
    lead: instead.lead,
    footer: dayPostWords.footer(day),
    cards: instead.found.map((document) => ({ document, note: yearsAgo(document, year) })),
  });
}

const postOf = (series: Series): Post => ({
  embeds: seriesCards(series),
  components: openMenu(series.cards.slice(0, MOST_CARDS), 1),
});

async function insteadOf(
  empty: string,
  archive: Archive,
  { month, day, key }: { month: number; day: number; key: string },
): Promise<{ lead: string; found: readonly Document[] } | undefined> {
  if (empty === 'month') {
    const found = await someOfMonth(archive, month, day);
    return found.length ? { lead: dayPostWords.ofMonth(monthName(month)), found } : undefined;
  }
  if (empty !== 'random') return undefined;
  const seed = createHash('sha256').update(key).digest().readUInt32BE();
  const { document } = await archive.draw({}, [], seed);
  return document ? { lead: dayPostWords.drawn, found: [document] } : undefined;
}

/** A few of those dated to the month alone: other ones on other days, until all have had their turn. */
async function someOfMonth(archive: Archive, month: number, day: number): Promise<Document[]> {
  const { total } = await archive.ofMonth(month, { offset: 0, limit: 0 });
  const begin = ((day - 1) * OF_MONTH) % Math.max(total, 1);
  const { documents } = await archive.ofMonth(month, { offset: begin, limit: OF_MONTH });
  const left = Math.min(OF_MONTH, total) - documents.length;
  const { documents: first } = await archive.ofMonth(month, { offset: 0, limit: left });
  return [...documents, ...first];
}
