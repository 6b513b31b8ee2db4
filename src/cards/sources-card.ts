import type { APIEmbed } from 'discord-api-types/v10';
import type { SourceStatus } from '../sources/followed-sources.ts';
import { andMore } from '../wording/count.ts';
import { sourceWords } from '../wording/sources.ts';
import { COLOUR } from './colour.ts';
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
  if (more > 0) parts.push(andMore(more));
  return { color: COLOUR.paper, title: sourceWords.title, description: parts.join('\n\n') };
}

function sourceLines({ name, kind, every, state, next }: SourceStatus, now: Date): string[] {
  const shown = escapeMarkdown(oneLine(name));
  const head =
    every === null
      ? sourceWords.heading(shown, kind)
      : sourceWords.headingEvery(shown, kind, describeInterval(every));
  if (!state) return [head, sourceWords.notFollowedYet];
  const { outcome, triedAt, followedAt } = state;
  const { documents } = outcome;
  if (every === null) return [head, sourceWords.noLonger(documents)];
  const tried = moment(new Date(triedAt));
  const said =
    outcome.error === null
      ? [sourceWords.followed(tried, sourceWords.changes(outcome), documents)]
      : [
          sourceWords.failed(tried, errorText(withoutPath(outcome.error, outcome.errorPath, name))),
          followedAt
            ? sourceWords.lastFollowed(moment(new Date(followedAt)), documents)
            : sourceWords.neverFollowed(documents),
        ];
  const ahead = next && (next <= now ? sourceWords.nextNow : sourceWords.next(moment(next)));
  return [head, ...said, ...(ahead ? [ahead] : [])];
}

const errorText = (error: string): string =>
  escapeMarkdown(clipEscaped(oneLine(error), LONGEST_ERROR));

/** Whoever manages a server needn't see how the bot's machine is made up. */
const withoutPath = (error: string, path: string | undefined, name: string): string =>
  path === undefined ? error : error.replaceAll(path, name);

/** As long ago, or as far ahead, as it is for whoever reads it. */
const moment = (time: Date): string => `<t:${Math.floor(time.getTime() / 1000)}:R>`;

function describeInterval(length: number): string {
  const [size, unit] = (
    [
      [7 * DAY_MS, 'week'],
      [DAY_MS, 'day'],
      [HOUR_MS, 'hour'],
    ] as const
  ).find(([size]) => length % size === 0) ?? [MINUTE_MS, 'minute'];
  const number = Math.round(length / size);
  return sourceWords.interval(number, unit);
}
