import { escapeMarkdown } from '../cards/escape.ts';
import { clip, clipEscaped } from '../cards/limits.ts';
import { customId } from '../cards/routes.ts';
import type { Document } from '../data/corpus/document.ts';
import { UserError } from '../errors.ts';
import { Refused, sharedBy } from '../interactions/channels.ts';
import type { Answer, Asker, Click, Component, Form, Services } from '../interactions/command.ts';
import { missing, requirePermissions, speaking } from '../interactions/permissions.ts';
import { trySaving } from '../interactions/try-saving.ts';
import { cardAnswer } from './card-answer.ts';
import { loaded } from './named-document.ts';

const NOTE = 'note';
/** With the line above it, a message's 2000 characters. */
const LONGEST_NOTE = 1500;
const LONGEST_SHOWN_NOTE = 1900;

/** `Share`: the card for everyone, with who shared it. */
export const share: Component = async ({ to: [id = ''] }, services, asker) =>
  shared(await loaded(id, services.archive), '', services, asker);

/** `Share with a note`: asks for the note first. */
export const askNote: Component = async ({ to: [id = ''] }, { archive }, asker): Promise<Form> => {
  const { title } = await loaded(id, archive);
  requireSharing(asker);
  const field = {
    id: NOTE,
    label: 'Your note',
    description: clip(`Stands above the card of “${title}”`, 100),
    most: LONGEST_NOTE,
  };
  const form = { title: 'Share with a note', customId: customId('document', 'noted', id) };
  return { form: { ...form, fields: [field] } };
};

/** The form sent in: the card, under the note where there is one. */
export const shareNoted: Component = async ({ to: [id = ''], fields }, services, asker) =>
  shared(await loaded(id, services.archive), fields[NOTE] ?? '', services, asker);

async function shared(
  document: Document,
  note: string,
  services: Services,
  asker: Asker,
): Promise<Answer> {
  requireSharing(asker);
  const card = await cardAnswer(document, false, services, asker);
  const lines = escapeMarkdown(note.trim()).replace(/^/gm, '> ');
  const quoted = note.trim() ? `\n${clipEscaped(lines, LONGEST_SHOWN_NOTE)}` : '';
  const answer = { ...card, content: `${sharedBy(asker.userId)}${quoted}` };
  // Where only the asker brings the app, it can speak in their name alone.
  if (!asker.guildId || !asker.appIsHere) return answer;
  return postCard(document, answer, services, asker);
}

/**
 * Posts the card as a message of its own: an answer to a click on a private message would be shown
 * to the others as a reply to one that was deleted.
 * @returns what the asker alone sees; the answer itself if the channel refuses messages of the app
 */
async function postCard(
  document: Document,
  answer: Answer,
  services: Services,
  asker: Asker,
): Promise<Answer> {
  const { content = '', embeds, components = [], share } = answer;
  const { shares } = services.store;
  const { unsaved } = await trySaving(share ? shares.begin(share) : Promise.resolve());
  const isEntered = share !== undefined && !unsaved;
  try {
    const post = { content, embeds, components };
    const posted = await services.channels.post(asker.channelId, post, `s${asker.id}`);
    // What isn't written down now is found by the message itself later.
    await trySaving(isEntered ? shares.confirm(share.message, posted.id) : Promise.resolve());
    const mine = await cardAnswer(document, true, services, asker);
    const url = `https://discord.com/channels/${asker.guildId}/${posted.channelId}/${posted.id}`;
    return { ...mine, content: `Shared here: ${url}`, inPlace: true, unsaved };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (isEntered) await shares.forget(share.message);
    return answer;
  }
}

const requireSharing = (asker: Asker): void =>
  requirePermissions(asker, { asker: speaking(asker), app: [...speaking(asker), 'Embed Links'] });

/** `Remove`: takes a card back, for who shared it and for moderators. */
export async function remove({ message }: Click, { store }: Services, asker: Asker) {
  const isModerator = asker.guildId && missing(asker.permissions, ['Manage Messages']).length === 0;
  const sharer = message && (message.askedBy ?? (await store.shares.find(message.id))?.user);
  if (!message || (sharer !== asker.userId && !isModerator)) {
    throw new UserError(
      'Only the person who posted this card, or someone with “Manage Messages”, can remove it.',
    );
  }
  return { removes: true, forgets: message.id } as const;
}
