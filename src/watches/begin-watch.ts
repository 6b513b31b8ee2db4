import { button, buttonRow } from '../cards/components.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { howSearched } from '../cards/how-searched.ts';
import { notice } from '../cards/notice.ts';
import { customId } from '../cards/routes.ts';
import { formatDay } from '../data/dates/format.ts';
import { UserError } from '../errors.ts';
import { clockIn } from '../interactions/clock.ts';
import type { Invoker, Reply, Services } from '../interactions/command.ts';
import { requirePermissions, speakingPermissions } from '../interactions/permissions.ts';
import type { Page } from '../search/hits.ts';
import type { Watch } from '../store/tables/watches.ts';
import { watchWords } from '../wording/watches.ts';
import { enterAllNews } from './enter-news.ts';
import { formatWatched, isSameQuestion, toStanding, WatchQuestion } from './question.ts';
import { areTextsPending, withCorpus } from './scopes.ts';

const words = watchWords.begun;

/** Where a watch is told: to all in the channel that it was made in, or to its owner alone. */
export const PLACES = ['here', 'dm'] as const;
export type Place = (typeof PLACES)[number];

const MOST_OF_OWNER = 25;
/** How many a server can have that aren't paused. */
export const MOST_OF_GUILD = 100;

/**
 * Begins a watch and says what it will tell: what comes after now, and not what is there.
 * @param readAs what options that hold more than their value were read as
 * @throws UserError if it can't be told there, is there already, or is one too many; while texts are
 * being read
 */
export async function beginWatch(
  question: WatchQuestion,
  place: Place,
  services: Services,
  invoker: Invoker,
  readAs: readonly string[] = [],
): Promise<Reply> {
  const { archive, store, now } = services;
  const { userId: owner, guildId: guild } = invoker;
  const channel = place === 'here' ? requireHere(invoker) : undefined;
  // They would be told later, and are there already.
  if (await areTextsPending(services)) throw new UserError(watchWords.textsPending);
  await requireRoom({ question, channel }, services, invoker);
  await enterAllNews(guild ? [guild] : [], withCorpus(services));
  const seen = await store.knownDocuments.lastChange();
  const standing = { ...toStanding(question), corrects: false, sort: 'relevance' } as const;
  const found = await archive.search({ ...standing, offset: 0, limit: 0 });
  const createdAt = now();
  const id = await store.watches.add({ owner, guild, channel, question, createdAt, seen });
  const canPostHere = channel === undefined && guild !== undefined && invoker.appIsHere;
  return {
    embeds: [
      notice(
        words.title(formatWatched(question)),
        [
          ...howSearched({ ...found, corrections: [], readAs: [...readAs, ...found.readAs] }),
          describeBaseline(question, found, channel, services),
          words.howWordsCount,
        ].join('\n'),
      ),
    ],
    components: [
      buttonRow(
        ...(canPostHere ? [button(words.postHere, customId('watch', 'here', id))] : []),
        button(words.stop, customId('watch', 'stop', id)),
      ),
    ],
    private: true,
  };
}

function describeBaseline(
  { words: filter, changes }: WatchQuestion,
  { total }: Page,
  channel: string | undefined,
  { timeZone, now }: Services,
): string {
  const day = formatDay(clockIn(timeZone, now()).format('YYYY-MM-DD'));
  return words.baseline({
    now: total,
    filter: filter.map(escapeMarkdown),
    channel: channel && `<#${channel}>`,
    day,
    changes,
  });
}

/** The channel. @throws UserError if the bot, or whoever asks, can't post in it */
export function requireHere(invoker: Invoker): string | undefined {
  // A conversation with the bot alone is the owner's.
  if (!invoker.guildId && invoker.appIsHere) return undefined;
  if (!invoker.guildId || !invoker.appIsHere) {
    throw new UserError(watchWords.cantPostHere);
  }
  const speaking = speakingPermissions(invoker);
  requirePermissions(invoker, {
    invoker: speaking,
    app: [...speaking, 'EmbedLinks', 'ReadMessageHistory'],
  });
  return invoker.channelId;
}

/** @throws UserError if there is the same watch, or no room for another */
async function requireRoom(
  { question, channel }: { question: WatchQuestion; channel: string | undefined },
  { store }: Services,
  { userId, guildId }: Invoker,
): Promise<void> {
  const own = await store.watches.ofOwner(userId);
  const same = own.find(
    (watch) => watch.channel === channel && watch.guild === guildId && isOf(watch, question),
  );
  if (same && !same.paused) throw new UserError(watchWords.already(formatWatched(question)));
  // One that is paused takes no room; the new one takes the place of its like.
  if (own.filter(isRunning).length >= MOST_OF_OWNER) {
    throw new UserError(watchWords.tooMany(MOST_OF_OWNER));
  }
  const ofGuild = guildId ? (await store.watches.ofGuild(guildId)).filter(isRunning) : [];
  if (ofGuild.length >= MOST_OF_GUILD) {
    const direct = ofGuild.filter((watch) => watch.channel === undefined).length;
    throw new UserError(watchWords.tooManyHere(MOST_OF_GUILD, direct));
  }
  if (same) await store.watches.remove(same.id);
}

const isRunning = ({ paused }: Watch): boolean => paused === undefined;

function isOf({ question }: Watch, other: WatchQuestion): boolean {
  const read = WatchQuestion.safeParse(question);
  return read.success && isSameQuestion(read.data, other);
}
