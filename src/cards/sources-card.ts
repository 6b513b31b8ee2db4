import type { APIEmbed } from 'discord-api-types/v10';
import type { SourceStatus } from '../sources/followed-sources.ts';
import { COLOUR } from './colour.ts';
import { count, countDocuments } from './count.ts';
import { escapeMarkdown, oneLine } from './escape.ts';
import { clipEscaped, LIMITS } from './limits.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** No more of a source's error is shown. */
const LONGEST_ERROR = 300;
/** More sources than these don't fit. */
const SHOWN = 25;

/** When each source was followed and what came of it, and when it is next. */
export function sourcesCard(sources: readonly SourceStatus[], now: Date): APIEmbed {
  const shown = sources.slice(0, SHOWN);
  const room = Math.floor((LIMITS.description - 100) / Math.max(1, shown.length)) - 2;
  const parts = shown.map((source) => clipEscaped(sourceLines(source, now).join('\n'), room));
  const more = sources.length - shown.length;
  if (more > 0) parts.push(`and ${count(more)} more`);
  return { color: COLOUR.paper, title: 'Sources', description: parts.join('\n\n') };
}

function sourceLines({ name, kind, every, state, next }: SourceStatus, now: Date): string[] {
  const head = `**${escapeMarkdown(oneLine(name))}** (${kind}${every === null ? '' : `, every ${describeInterval(every)}`})`;
  if (!state) return [head, 'Not followed yet; it is one of the next.'];
  const { outcome, triedAt, followedAt } = state;
  const held = countDocuments(outcome.documents);
  if (every === null) return [head, `No longer among the sources; its ${held} stay as they are.`];
  const said =
    outcome.error === null
      ? `Followed ${moment(new Date(triedAt))}: ${describeChanges(outcome)}. It holds ${held}.`
      : `⚠ Failed ${moment(new Date(triedAt))}: ${errorText(withoutPath(outcome.error, outcome.errorPath, name))}`;
  const since = followedAt ? `Last followed ${moment(new Date(followedAt))}` : 'Never followed yet';
  const stays = outcome.documents > 0 ? `; its ${held} stay as they are.` : '.';
  const before = outcome.error === null ? [] : [`${since}${stays}`];
  return [head, said, ...before, ...(next ? [`Next: ${next <= now ? 'now' : moment(next)}.`] : [])];
}

function describeChanges({
  added,
  changed,
  deleted,
  failed,
}: NonNullable<SourceStatus['state']>['outcome']): string {
  const parts = Object.entries({ added, changed, deleted, 'not taken': failed })
    .filter(([, number]) => number > 0)
    .map(([what, number]) => `${count(number)} ${what}`);
  return parts.join(', ') || 'nothing new';
}

const errorText = (error: string): string =>
  escapeMarkdown(clipEscaped(oneLine(error), LONGEST_ERROR));

/** Whoever manages a server needn't see how the bot's machine is made up. */
const withoutPath = (error: string, path: string | undefined, name: string): string =>
  path === undefined ? error : error.replaceAll(path, name);

/** As long ago, or as far ahead, as it is for whoever reads it. */
const moment = (time: Date): string => `<t:${Math.floor(time.getTime() / 1000)}:R>`;

/** `15 minutes`, `hour`, `2 days`. */
function describeInterval(length: number): string {
  const [size, unit] = (
    [
      [7 * DAY_MS, 'week'],
      [DAY_MS, 'day'],
      [HOUR_MS, 'hour'],
    ] as const
  ).find(([size]) => length % size === 0) ?? [MINUTE_MS, 'minute'];
  const number = Math.round(length / size);
  return number === 1 ? unit : `${count(number)} ${unit}s`;
}
