import { escapeMarkdown } from '../../cards/escape.ts';
import { clipEscaped } from '../../cards/limits.ts';
import { notice } from '../../cards/notice.ts';
import { formatDay } from '../../data/dates/format.ts';
import { clockIn } from '../../interactions/clock.ts';
import type { Invoker, Options, Reply, Services } from '../../interactions/command.ts';
import { missing } from '../../interactions/permissions.ts';
import type { Watch } from '../../store/tables/watches.ts';
import { MOST_OF_GUILD } from '../../watches/begin-watch.ts';
import { mayEnd } from '../../watches/end-watch.ts';
import { describePause } from '../../watches/notify-paused.ts';
import { formatWatched, WatchQuestion } from '../../watches/question.ts';
import { watchWords } from '../../wording/watches.ts';

const { list: words } = watchWords;

/** A watch whose question has been read. */
type ReadWatch = Watch & { question: WatchQuestion };

/** The invoker's own watches and, for who manages the server, those that post in it. */
export async function watchesFor(
  { store }: Services,
  invoker: Invoker,
): Promise<readonly ReadWatch[]> {
  const { userId, guildId } = invoker;
  const own = await store.watches.ofOwner(userId);
  const others = guildId ? await store.watches.ofGuild(guildId) : [];
  return [...own, ...others.filter(({ owner }) => owner !== userId)]
    .filter((watch) => mayEnd(watch, invoker))
    .flatMap((watch) => {
      const read = WatchQuestion.safeParse(watch.question);
      return read.success ? [{ ...watch, question: read.data }] : [];
    });
}

const SHOWN = 25;
/** So that all shown fit into one description. */
const LONGEST_LINE = 150;

/** `/watch list` */
export async function listWatches(
  _options: Options,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const watches = await watchesFor(services, invoker);
  const lines = watches
    .slice(0, SHOWN)
    .map((watch, index) =>
      clipEscaped(`**${index + 1}.** ${describe(watch, services, invoker)}`, LONGEST_LINE),
    );
  const more = watches.length - lines.length;
  const shown = [
    ...(lines.length === 0 ? [words.none] : lines),
    ...(more > 0 ? [words.more(more)] : []),
    ...(await othersByDirectMessage(services, invoker)),
  ].join('\n');
  return { embeds: [notice(words.title, shown)], private: true };
}

/** For who manages a server: how many watches of others, which are told them alone, are among its hundred. */
async function othersByDirectMessage(
  { store }: Services,
  { guildId, userId, permissions }: Invoker,
): Promise<string[]> {
  if (!guildId || missing(permissions, ['ManageGuild']).length > 0) return [];
  const others = (await store.watches.ofGuild(guildId)).filter(
    ({ owner, channel, paused }) => owner !== userId && channel === undefined && !paused,
  );
  return others.length === 0 ? [] : [words.othersByDirectMessage(MOST_OF_GUILD, others.length)];
}

function describe(watch: ReadWatch, { timeZone }: Services, { userId }: Invoker): string {
  const { question, channel, createdAt, paused, owner } = watch;
  const day = formatDay(clockIn(timeZone, createdAt).format('YYYY-MM-DD'));
  const parts = [
    formatWatched(question),
    ...question.words.map(escapeMarkdown),
    channel === undefined ? words.byDirectMessage : words.inChannel(`<#${channel}>`),
    words.since(day),
    ...(question.changes ? [words.changes] : []),
    ...(owner === userId ? [] : [words.of(`<@${owner}>`)]),
    ...(paused ? [words.paused(describePause(watch))] : []),
  ];
  return parts.join(' · ');
}
