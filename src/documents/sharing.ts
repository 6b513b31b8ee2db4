import { escapeMarkdown } from '../cards/escape.ts';
import { clip, clipEscaped } from '../cards/limits.ts';
import { mention } from '../cards/mention.ts';
import { customId } from '../cards/routes.ts';
import type { Document } from '../data/corpus/document.ts';
import { UserError } from '../errors.ts';
import { Refused } from '../interactions/channels.ts';
import type {
  ComponentHandler,
  ComponentInteraction,
  Form,
  Invoker,
  Reply,
  Services,
} from '../interactions/command.ts';
import { missing, requirePermissions, speakingPermissions } from '../interactions/permissions.ts';
import { saveIfWritable } from '../interactions/save-if-writable.ts';
import { sharingWords } from '../wording/sharing.ts';
import { cardReply } from './card-reply.ts';
import { requireDocument } from './named-document.ts';

const NOTE = 'note';
/** With the line above it, a message's 2000 characters. */
const LONGEST_NOTE = 1500;
const LONGEST_SHOWN_NOTE = 1900;

/** `Share`: the card for everyone, with who shared it. */
export const share: ComponentHandler = async ({ args: [id = ''] }, services, invoker) =>
  shareReply(await requireDocument(id, services.archive), '', services, invoker);

/** `Share with a note`: asks for the note first. */
export const askNote: ComponentHandler = async (
  { args: [id = ''] },
  { archive },
  invoker,
): Promise<Form> => {
  const { title } = await requireDocument(id, archive);
  requireSharing(invoker);
  const { note } = sharingWords;
  const field = {
    id: NOTE,
    label: note.label,
    description: clip(note.description(title), 100),
    most: LONGEST_NOTE,
  };
  const form = { title: note.title, customId: customId('document', 'noted', id) };
  return { form: { ...form, fields: [field] } };
};

/** The form sent in: the card, under the note where there is one. */
export const shareNoted: ComponentHandler = async (
  { args: [id = ''], fields },
  services,
  invoker,
) => shareReply(await requireDocument(id, services.archive), fields[NOTE] ?? '', services, invoker);

async function shareReply(
  document: Document,
  note: string,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  requireSharing(invoker);
  const card = await cardReply(document, false, services, invoker);
  const lines = escapeMarkdown(note.trim()).replace(/^/gm, '> ');
  const quoted = note.trim() ? `\n${clipEscaped(lines, LONGEST_SHOWN_NOTE)}` : '';
  const reply = { ...card, content: `${sharingWords.sharedBy(mention(invoker.userId))}${quoted}` };
  // Where only the invoker brings the app, it can speak in their name alone.
  if (!invoker.guildId || !invoker.appIsHere) return reply;
  return postCard(document, reply, services, invoker);
}

/**
 * Posts the card as a message of its own: an answer to a click on a private message would be shown
 * to the others as a reply to one that was deleted.
 * @returns what the invoker alone sees; the answer itself if the channel refuses messages of the app
 */
async function postCard(
  document: Document,
  reply: Reply,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const { content = '', embeds, components = [], share } = reply;
  const { shares } = services.store;
  const { unsaved } = await saveIfWritable(share ? shares.begin(share) : Promise.resolve());
  const isEntered = share !== undefined && !unsaved;
  try {
    const post = { content, embeds, components };
    const posted = await services.channels.post(invoker.channelId, post, `s${invoker.id}`);
    // What isn't written down now is found by the message itself later.
    await saveIfWritable(isEntered ? shares.confirm(share.message, posted.id) : Promise.resolve());
    const mine = await cardReply(document, true, services, invoker);
    const url = `https://discord.com/channels/${invoker.guildId}/${posted.channelId}/${posted.id}`;
    return { ...mine, content: sharingWords.shared(url), inPlace: true, unsaved };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (isEntered) await shares.forget(share.message);
    return reply;
  }
}

const requireSharing = (invoker: Invoker): void =>
  requirePermissions(invoker, {
    invoker: speakingPermissions(invoker),
    app: [...speakingPermissions(invoker), 'EmbedLinks'],
  });

/** `Remove`: takes a card back, for the person who shared it and for moderators. */
export async function remove(
  { message }: ComponentInteraction,
  { store }: Services,
  invoker: Invoker,
) {
  const isModerator =
    invoker.guildId && missing(invoker.permissions, ['ManageMessages']).length === 0;
  const sharer = message && (message.invokedBy ?? (await store.shares.find(message.id))?.user);
  if (!message || (sharer !== invoker.userId && !isModerator)) {
    throw new UserError(sharingWords.onlySharer);
  }
  return { removes: true, forgets: message.id } as const;
}
