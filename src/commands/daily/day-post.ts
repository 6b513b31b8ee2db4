import { createHash } from 'node:crypto';
import { count, countDocuments } from '../../cards/count.ts';
import { MOST_CARDS, type Series, seriesCards } from '../../cards/series.ts';
import { anniversariesOn, ofMonthOnly } from '../../data/anniversaries.ts';
import type { Corpus } from '../../data/corpus.ts';
import { numbersOf } from '../../data/date/calendar.ts';
import { monthName } from '../../data/date/print.ts';
import type { Document } from '../../data/document.ts';
import type { Subscription } from '../../store/subscriptions.ts';
import type { Post } from '../channels.ts';
import type { Services } from '../command.ts';
import { openMenu } from '../document-links.ts';
import { yearsAgo } from '../years-ago.ts';

/** What is posted on a day without a certain anniversary. */
export const EMPTY = ['skip', 'month', 'random'] as const;
export type Empty = (typeof EMPTY)[number];

/** How many documents of a month stand for a day without its own. */
const OF_MONTH = 3;

/** By which a day's post is known in its channel. */
export const markOf = (day: string): string => `The day’s post · ${day}`;

/**
 * The post of a day, always the same for the same day and corpus; undefined where there is nothing to
 * say and nothing was wanted instead.
 * @param day `YYYY-MM-DD`
 */
export function dayPost(
  { guild, empty }: Pick<Subscription, 'guild' | 'empty'>,
  day: string,
  { corpus }: Services,
): Post | undefined {
  const { year, month, day: dayOfMonth } = numbersOf(day);
  const ofYear = { month, day: dayOfMonth };
  const { certain } = anniversariesOn(corpus.dates, ofYear, year);
  const name = `${dayOfMonth} ${monthName(month)}`;
  if (certain.length > 0) {
    const more = certain.length - MOST_CARDS;
    const rest =
      more > 0 ? ` Here are the oldest; \`/onthisday date:${name}\` has ${count(more)} more.` : '';
    return postOf({
      title: `On this day: ${name}`,
      lead: `${countDocuments(certain.length)} ${certain.length === 1 ? 'is' : 'are'} dated to this day.${rest}`,
      footer: markOf(day),
      cards: certain.map(({ document, label }) => ({
        document,
        note: [yearsAgo(document, year), label].filter(Boolean).join('; ') || undefined,
      })),
    });
  }
  const instead = insteadOf(empty, corpus, { ...ofYear, key: `${guild} ${day}` });
  if (!instead) return undefined;
  return postOf({
    title: `On this day: ${name}`,
    lead: `No document is dated certainly to this day. ${instead.why}`,
    footer: markOf(day),
    cards: instead.found.map((document) => ({ document, note: yearsAgo(document, year) })),
  });
}

const postOf = (series: Series): Post => ({
  embeds: seriesCards(series),
  components: openMenu(series.cards.slice(0, MOST_CARDS), 1),
});

function insteadOf(
  empty: string,
  { documents, dates }: Corpus,
  { month, day, key }: { month: number; day: number; key: string },
): { why: string; found: readonly Document[] } | undefined {
  if (empty === 'month') {
    const ofMonth = ofMonthOnly(dates, month);
    // Other ones on other days, until all have had their turn.
    const found = Array.from(
      { length: Math.min(OF_MONTH, ofMonth.length) },
      (_, index) => ofMonth[((day - 1) * OF_MONTH + index) % ofMonth.length],
    );
    const why = `Of ${monthName(month)}, without a day:`;
    return found.length ? { why, found: found.filter((one) => one !== undefined) } : undefined;
  }
  if (empty !== 'random' || documents.length === 0) return undefined;
  const number = createHash('sha256').update(key).digest().readUInt32BE();
  return { why: 'Drawn at random:', found: documents.slice(number % documents.length).slice(0, 1) };
}
