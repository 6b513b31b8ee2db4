import { createHash } from 'node:crypto';
import { notice } from '../cards/notice.ts';
import { type Post, Refused } from '../interactions/channels.ts';
import type { Command, Invoker, Services } from '../interactions/command.ts';
import type { Logger } from '../log.ts';
import { mentionReply } from '../mentions/mention-reply.ts';
import { createRateLimit } from '../mentions/rate-limit.ts';
import { readMention } from '../mentions/read-mention.ts';
import { mentionWords } from '../wording/mentions.ts';
import { permissionsIn, type Servers } from './channel-permissions.ts';
import { failureReply } from './failure.ts';
import { createdAt } from './interaction-payload.ts';
import { placeOf } from './invoker.ts';
import { Deleted, readWritten, type WrittenMessage } from './mention-message.ts';
import { toPost } from './to-post.ts';
import { createUnderWay } from './under-way.ts';

/** How long after a message was written its changes change the answer. */
const EDITED_WITHIN_MS = 10 * 60_000;
/** Answers that a person gets a minute. */
const A_MINUTE = 5;

/** Of so many messages it is remembered which edit was seen last. */
const MOST_EDITS = 1000;

const BEYOND_LIMIT: Post = {
  embeds: [notice(mentionWords.tooManyEdits.title, mentionWords.tooManyEdits.text(A_MINUTE))],
  components: [],
};

/** Answers messages of servers that mention the app. Nothing rejects. */
export type Mentions = {
  written(payload: unknown, app: string): void;
  edited(payload: unknown, app: string): void;
  deleted(payload: unknown, app: string): void;
  /** Settles when all that is under way is done. */
  idle(): Promise<void>;
};

/** @param search the command that searches for a message's words */
export function createMentions(
  search: Command,
  services: Services,
  servers: Servers,
  log: Logger,
): Mentions {
  const { channels, store, now } = services;
  const replies = store.mentionReplies;
  const isWithinLimit = createRateLimit(A_MINUTE, () => now().getTime());
  const underWay = createUnderWay();
  /** Digests of what messages were last edited to, by their ids. */
  const edits = new Map<string, string>();
  /** What is done about a message comes after what was done about it before. */
  const last = new Map<string, Promise<void>>();

  const inTurn = (message: string, task: () => Promise<void>): void => {
    const after = last.get(message) ?? Promise.resolve();
    const done = after.then(task).catch((error) => {
      const isPlaces = error instanceof Refused && error.why !== 'rejected';
      if (isPlaces) log.debug({ why: error.why }, 'A mention can’t be answered there.');
      else log.error({ err: error }, 'A mention could not be answered.');
    });
    last.set(message, done);
    void underWay.add(
      done.finally(() => {
        if (last.get(message) === done) last.delete(message);
      }),
    );
  };

  /** What a message is to be answered with now; undefined for nothing. */
  async function answerTo(
    message: WrittenMessage,
    app: string,
    beyondLimit?: Post,
  ): Promise<Post | undefined> {
    const mention = readMention(message.content, app);
    if (!mention) return undefined;
    const invoker = await invokerOf(message, servers);
    if (!(await isAnsweredIn(invoker, services))) return undefined;
    if (!isWithinLimit(invoker.userId)) return beyondLimit;
    const current = { ...services, archive: services.archiveIn(message.guildId) };
    const reply = await mentionReply(mention, search, current, invoker).catch((error) =>
      failureReply(error, log.child({ message: message.id })),
    );
    return 'embeds' in reply ? toPost(reply) : undefined;
  }

  async function answer(message: WrittenMessage, app: string): Promise<void> {
    const post = await answerTo(message, app);
    if (!post) return;
    const { id, channelId, guildId } = message;
    const posted = await channels.post(channelId, { ...post, replyTo: id }, `m${id}`);
    await replies.save(id, posted.id, guildId);
  }

  async function takeAway(id: string, channelId: string): Promise<void> {
    const reply = await replies.find(id);
    if (!reply) return;
    await channels.delete({ id: reply, channelId });
    await replies.forget(id);
  }

  async function change(message: WrittenMessage, app: string): Promise<void> {
    const { id, channelId } = message;
    const reply = await replies.find(id);
    if (!reply) return answer(message, app);
    const post = await answerTo(message, app, BEYOND_LIMIT);
    // What it was before it was edited mustn't pass for an answer to what it is now.
    if (!post) return takeAway(id, channelId);
    await channels.change({ id: reply, channelId }, post);
  }

  return {
    written(payload, app) {
      const message = readWritten(payload);
      // Most messages have nothing to do with the app.
      if (message && readMention(message.content, app)) {
        inTurn(message.id, () => answer(message, app));
      }
    },
    edited(payload, app) {
      const message = readWritten(payload);
      if (!message?.editedAt) return;
      // Discord tells of a message anew when it has looked at its links.
      const edit = digestOf(message);
      if (edits.get(message.id) === edit) return;
      edits.delete(message.id);
      edits.set(message.id, edit);
      for (const oldest of edits.keys()) if (edits.size > MOST_EDITS) edits.delete(oldest);
      if (now().getTime() - createdAt(message) > EDITED_WITHIN_MS) return;
      inTurn(message.id, () => change(message, app));
    },
    deleted(payload) {
      const { data } = Deleted.safeParse(payload);
      if (!data?.guildId) return;
      for (const id of data.ids) inTurn(id, () => takeAway(id, data.channelId));
    },
    idle: underWay.idle,
  };
}

/** The same for the same edit; the text can't be told from it. */
const digestOf = ({ editedAt, content }: WrittenMessage): string =>
  createHash('sha256').update(`${editedAt} ${content}`).digest('base64');

/** Whether the server wants mentions answered there. */
async function isAnsweredIn({ guildId, parentId }: Invoker, { store }: Services): Promise<boolean> {
  const places = await store.settings.mentionPlaces(guildId ?? '');
  return places === 'everywhere' || (places !== 'nowhere' && places.includes(parentId));
}

async function invokerOf(
  { id, channelId, guildId, author }: WrittenMessage,
  servers: Servers,
): Promise<Invoker> {
  const place = placeOf(channelId, await servers.channel(guildId, channelId));
  const among = (channelId: string) => permissionsIn(servers, guildId, channelId, author);
  const { invoker = 0n, app = 0n } = (await among(place.parentId)) ?? {};
  return {
    id,
    userId: author.id,
    ...place,
    guildId,
    roles: author.roles,
    permissions: invoker,
    appPermissions: app,
    appIsHere: true,
    permissionsIn: among,
  };
}
