import { cardButtons, documentCard } from '../cards/document-card.ts';
import { formatTitle } from '../cards/escape.ts';
import { clip } from '../cards/limits.ts';
import { notice } from '../cards/notice.ts';
import type { Document } from '../data/corpus/document.ts';
import { UserError } from '../errors.ts';
import { Refused } from '../interactions/channels.ts';
import type { ComponentInteraction, Invoker, Reply, Services } from '../interactions/command.ts';
import { requirePermissions } from '../interactions/permissions.ts';
import type { Discussion } from '../store/tables/discussions.ts';
import { discussionWords } from '../wording/sharing.ts';
import { hasText } from './has-text.ts';
import { requireDocument } from './named-document.ts';

const LONGEST_THREAD_NAME = 100;
/** Somebody else may be opening the thread just now. */
const OPENS_WITHIN_MS = 30_000;

/**
 * `Discuss`: opens a thread at the card, named by the document, or leads to the one that this channel
 * has. The thread is entered before it is opened: its id is known, because it is the message's, so two
 * people at once, or an end in between, leave one thread and no lost one.
 */
export async function discuss(
  { args: [id = ''], message }: ComponentInteraction,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const document = await requireDocument(id, services.archive);
  const { channelId, parentId, guildId } = invoker;
  if (!guildId || !message) throw new UserError(discussionWords.notInServer);
  const existing = await findDiscussion(document, services, invoker);
  if (existing) return discussionReply(discussionWords.isOpenAlready(`<#${existing.thread}>`));
  if (channelId !== parentId) throw new UserError(discussionWords.inThread);
  if (!invoker.appIsHere) throw new UserError(discussionWords.notMember);
  requirePermissions(invoker, {
    invoker: ['CreatePublicThreads', 'SendMessagesInThreads'],
    app: ['ViewChannel', 'CreatePublicThreads', 'SendMessagesInThreads', 'EmbedLinks'],
  });
  const begun = {
    channel: channelId,
    document: document.id,
    scope: guildId,
    thread: message.id,
    user: invoker.userId,
    at: services.now(),
  };
  return open(begun, document, services);
}

/** The discussion of the document in this channel, if its thread is there, or about to be. */
async function findDiscussion(
  document: Document,
  { store, channels, now }: Services,
  { guildId = '', parentId }: Invoker,
): Promise<Discussion | undefined> {
  const found = (await store.discussions.of(guildId, document.id)).find(
    ({ channel }) => channel === parentId,
  );
  if (!found || now().getTime() - found.at.getTime() < OPENS_WITHIN_MS) return found;
  if (await channels.exists(found.thread)) return found;
  await store.discussions.forget(found);
  return undefined;
}

async function open(
  begun: Discussion,
  document: Document,
  { store, channels, archive }: Services,
): Promise<Reply> {
  const { thread, channel, user } = await store.discussions.begin(begun);
  if (thread !== begun.thread)
    return discussionReply(discussionWords.isOpenAlready(`<#${thread}>`));
  try {
    const name = clip(formatTitle(document.title), LONGEST_THREAD_NAME);
    await channels.startThread({ id: thread, channelId: channel }, name);
  } catch (error) {
    await store.discussions.forget(begun);
    if (!(error instanceof Refused) || error.why === 'rejected') throw error;
    throw new UserError(discussionWords.cardGone);
  }
  const post = {
    content: discussionWords.startedBy(`<@${user}>`),
    embeds: [documentCard(document)],
    components: cardButtons(document, false, {
      isDiscussedHere: true,
      hasText: await hasText(document.id, archive),
    }),
  };
  await channels.post(thread, post, `d${thread}`);
  return discussionReply(discussionWords.isOpen(`<#${thread}>`));
}

const discussionReply = (words: string): Reply => ({
  embeds: [notice(discussionWords.title, words)],
  private: true,
});
