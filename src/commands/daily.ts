import { notice } from '../cards/notice.ts';
import { dayPost, EMPTY } from '../daily-post/day-post.ts';
import { nextPost } from '../daily-post/next-post.ts';
import { nextRun, readTime } from '../daily-post/schedule.ts';
import { describeSubscription, formatTimestamp } from '../daily-post/status.ts';
import { findZone, zoneChoices } from '../daily-post/zones.ts';
import { UserError } from '../errors.ts';
import { clockIn } from '../interactions/clock.ts';
import type { Command, Invoker, Options, Reply, Services } from '../interactions/command.ts';
import {
  channelOption,
  managersCommand,
  subcommand,
  textOption,
} from '../interactions/declaration.ts';
import {
  type AppPermission,
  canSee,
  missing,
  requireManager,
} from '../interactions/permissions.ts';
import { readChoice, text } from '../interactions/read-options.ts';
import type { Subscription } from '../store/tables/subscriptions.ts';
import { dailyWords as words } from '../wording/daily-post.ts';
import { failureWords } from '../wording/failures.ts';

const NEEDED: readonly AppPermission[] = [
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'ReadMessageHistory',
];

const { command } = words;
const data = managersCommand('daily', command.description, [
  subcommand('set', command.set.description, [
    channelOption('channel', command.set.channel),
    textOption('time', command.set.time, { required: true, most: 5 }),
    textOption('zone', command.set.zone, { required: true, autocomplete: true, most: 100 }),
    textOption('empty', command.set.empty, { choices: EMPTY }),
  ]),
  subcommand('status', command.status),
  subcommand('test', command.test),
  subcommand('off', command.off),
]);

type Subcommand = (
  options: Options,
  services: Services,
  guild: string,
  invoker: Invoker,
) => Promise<Reply>;
const SUBCOMMANDS: ReadonlyMap<unknown, Subcommand> = new Map(
  Object.entries({ set, status, test, off }),
);

/** `/daily`: the day's post of a server. */
export const daily: Command = {
  data,

  prepare(options, services) {
    const act = SUBCOMMANDS.get(options.subcommand);
    if (!act) throw new UserError(failureWords.noSuchSubcommand);
    return {
      private: true,
      run: async (invoker) => {
        if (!invoker.guildId) throw new UserError(words.onlyInServers);
        requireManager(invoker);
        return act(options, services, invoker.guildId, invoker);
      },
    };
  },

  suggest: ({ typed }) => zoneChoices(typed),
};

/** `/daily set`: checked now, so that it doesn't fail in the morning. */
async function set(
  options: Options,
  services: Services,
  guild: string,
  invoker: Invoker,
): Promise<Reply> {
  const channel = String(options.channel);
  const time = readTime(text(options, 'time') ?? '');
  if (!time) throw new UserError(words.noTime(String(options.time)));
  const zone = findZone(text(options, 'zone') ?? '');
  if (!zone) throw new UserError(words.noZone(String(options.zone)));
  // discord.js takes every channel that a command names for one of the command's server.
  const isHere = (await services.channels.serverOf(channel)) === guild;
  await requireChannel(channel, isHere, invoker);
  const subscription = {
    guild,
    channel,
    time,
    zone,
    empty: readChoice(options, 'empty', EMPTY) ?? 'skip',
    setBy: invoker.userId,
    setAt: services.now(),
  };
  const { dayPosts, subscriptions } = services.store;
  await subscriptions.set(subscription);
  await dayPosts.reopen(guild, nextRun(subscription, services.now()).day);
  const { next, isPosted } = await nextPost(subscription, services);
  const sentences = [
    words.set.willPost(`<#${channel}>`, time, zone, formatTimestamp(next.at)),
    ...(isPosted ? [words.set.isPosted] : []),
  ];
  return noticeReply(words.set.title, sentences.join(' '));
}

/** @throws UserError naming what the invoker or the app lacks in the channel */
async function requireChannel(channel: string, isHere: boolean, invoker: Invoker): Promise<void> {
  const permissions = isHere ? await invoker.permissionsIn(channel) : undefined;
  if (!permissions || !(await canSee(invoker, channel))) throw new UserError(words.noChannel);
  const you = missing(permissions.invoker, ['SendMessages']);
  const bot = missing(permissions.app, NEEDED);
  if (you.length + bot.length > 0) throw new UserError(words.lackingThere(you, bot));
}

async function status(_options: Options, services: Services, guild: string): Promise<Reply> {
  const subscription = await requireSubscription(guild, services);
  const latest = await services.store.dayPosts.latest(guild, 5);
  const { next } = await nextPost(subscription, services);
  return noticeReply(words.status.title, describeSubscription(subscription, latest, next.at));
}

async function test(_options: Options, services: Services, guild: string): Promise<Reply> {
  const subscription = await requireSubscription(guild, services);
  const day = clockIn(subscription.zone, services.now()).format('YYYY-MM-DD');
  const post = await dayPost(subscription, day, services);
  if (!post) return noticeReply(words.test.nothingTitle, words.test.nothing);
  return { ...post, content: words.test.preview, private: true };
}

async function off(_options: Options, services: Services, guild: string): Promise<Reply> {
  await requireSubscription(guild, services);
  await services.store.subscriptions.end(guild);
  return noticeReply(words.off.title, words.off.done);
}

async function requireSubscription(guild: string, { store }: Services): Promise<Subscription> {
  const found = await store.subscriptions.find(guild);
  if (found) return found;
  throw new UserError(words.notSet);
}

const noticeReply = (title: string, text: string): Reply => ({
  embeds: [notice(title, text)],
  private: true,
});
