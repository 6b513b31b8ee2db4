import { customId } from '../cards/components.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { clip, clipEscaped } from '../cards/limits.ts';
import type { Document } from '../data/document.ts';
import { UserError } from '../errors.ts';
import type { Answer, Asker, Click, Component, Form, Services } from './command.ts';
import { cardAnswer } from './document-links.ts';
import { loaded } from './named-document.ts';
import { missing, requirePermissions, speaking } from './permissions.ts';

const NOTE = 'note';
/** With the line above it, a message's 2000 characters. */
const LONGEST_NOTE = 1500;
const LONGEST_SHOWN_NOTE = 1900;

/** `Share`: the card for everyone, with who shared it. */
export const share: Component = ({ to: [id = ''] }, services, asker) =>
  shared(loaded(id, services.corpus), '', services, asker);

/** `Share with a note`: asks for the note first. */
export const askNote: Component = async ({ to: [id = ''] }, { corpus }, asker): Promise<Form> => {
  const { title } = loaded(id, corpus);
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
export const shareNoted: Component = ({ to: [id = ''], fields }, services, asker) =>
  shared(loaded(id, services.corpus), fields[NOTE] ?? '', services, asker);

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
  return { ...card, content: `Shared by <@${asker.userId}>${quoted}` };
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
  return { removes: true, removed: () => store.shares.forget(message.id) } as const;
}
