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
  describeMissing,
  missing,
  requireManager,
} from '../interactions/permissions.ts';
import { readChoice, text } from '../interactions/read-options.ts';
import type { Subscription } from '../store/tables/subscriptions.ts';

const NEEDED: readonly AppPermission[] = [
  'View Channel',
  'Send Messages',
  'Embed Links',
  'Read Message History',
];

const data = managersCommand('daily', 'The day’s documents, posted to a channel every day', [
  subcommand('set', 'Post the documents of the day, every day', [
    channelOption('channel', 'Where'),
    textOption('time', 'When, such as 09:00', { required: true, most: 5 }),
    textOption('zone', 'Time zone: a city, a country or a zone', {
      required: true,
      autocomplete: true,
      most: 100,
    }),
    textOption('empty', 'On days without a document: nothing, some of the month, or a random one', {
      choices: EMPTY,
    }),
  ]),
  subcommand('status', 'What is set, and how the last posts went'),
  subcommand('test', 'Preview today’s post; only you can see it'),
  subcommand('off', 'Stop the daily post'),
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
    if (!act) throw new UserError('This is no longer offered. Reload Discord.');
    return {
      private: true,
      run: async (invoker) => {
        if (!invoker.guildId) throw new UserError('The day’s post only works in a server.');
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
  if (!time) throw new UserError(`“${options.time}” isn’t a time of day. Write it like 09:00.`);
  const zone = findZone(text(options, 'zone') ?? '');
  if (!zone) {
    throw new UserError(
      `There is no time zone “${options.zone}”. Type a city or a country and choose from the list.`,
    );
  }
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
  const today = isPosted ? ' Today’s documents have already been posted.' : '';
  const words = `<#${channel}> gets the day’s documents at ${time} (${zone}), for the first time ${formatTimestamp(next.at)}.${today}`;
  return noticeReply('The day’s post is set', words);
}

/** @throws UserError naming what the invoker or the app lacks in the channel */
async function requireChannel(channel: string, isHere: boolean, invoker: Invoker): Promise<void> {
  const permissions = isHere ? await invoker.permissionsIn(channel) : undefined;
  if (!permissions || !(await canSee(invoker, channel))) {
    throw new UserError(
      'That channel isn’t in this server, or you or I can’t see it. Give me “View Channel” there, or choose another.',
    );
  }
  const problems = [
    describeMissing('You lack', missing(permissions.invoker, ['Send Messages']), 'there'),
    describeMissing('I lack', missing(permissions.app, NEEDED), 'there'),
  ].filter(Boolean);
  if (problems.length > 0) throw new UserError(`${problems.join(' ')} Nothing was set.`);
}

async function status(_options: Options, services: Services, guild: string): Promise<Reply> {
  const subscription = await requireSubscription(guild, services);
  const latest = await services.store.dayPosts.latest(guild, 5);
  const { next } = await nextPost(subscription, services);
  return noticeReply('The day’s post', describeSubscription(subscription, latest, next.at));
}

async function test(_options: Options, services: Services, guild: string): Promise<Reply> {
  const subscription = await requireSubscription(guild, services);
  const day = clockIn(subscription.zone, services.now()).format('YYYY-MM-DD');
  const post = await dayPost(subscription, day, services);
  if (!post)
    return noticeReply(
      'Nothing today',
      'No document is certainly of this day, so nothing would be posted.',
    );
  return { ...post, content: 'Preview (only you can see this):', private: true };
}

async function off(_options: Options, services: Services, guild: string): Promise<Reply> {
  await requireSubscription(guild, services);
  await services.store.subscriptions.end(guild);
  return noticeReply(
    'The day’s post is off',
    'Nothing more will be posted until someone sets it again.',
  );
}

async function requireSubscription(guild: string, { store }: Services): Promise<Subscription> {
  const found = await store.subscriptions.find(guild);
  if (found) return found;
  throw new UserError('This server has no day’s post yet. Set one with /daily set.');
}

const noticeReply = (title: string, words: string): Reply => ({
  embeds: [notice(title, words)],
  private: true,
});
