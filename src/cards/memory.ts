import type { APIEmbedField } from 'discord-api-types/v10';
import { count } from '../wording/count.ts';
import { link } from './escape.ts';
import { clip } from './limits.ts';
import { mention } from './mention.ts';

/** What a card's reader may know of the times that the document came up before. */
export type Memory = {
  /** In this channel and its threads; nothing if it was never shared here. */
  here: Shared | undefined;
  /** In other channels of the server, the latest first. */
  elsewhere: readonly (Shared & { channelId: string })[];
  /** Ids of the threads that discuss it. */
  discussions: readonly string[];
};

type Shared = { times: number; last: { at: Date; userId: string; url: string } };

/** Fewer channels and threads than would fill the field. */
const NAMED = 4;
/** The longest that a field of these parts can be. */
const MOST = 900;

/** "Shared here twice, last on 3 March by @x; one discussion", as a field of a card. */
export function memoryFields({ here, elsewhere, discussions }: Memory): APIEmbedField[] {
  const [first, ...others] = [
    here && `Shared here ${formatShared(here)}`,
    formatDiscussions(discussions),
  ]
    .filter((part) => part !== undefined)
    .join('; ');
  const sentences = [
    first && `${first.toUpperCase()}${others.join('')}.`,
    ...elsewhere
      .slice(0, NAMED)
      .map((one) => `Shared in <#${one.channelId}> ${formatShared(one)}.`),
  ].filter(Boolean);
  if (elsewhere.length > NAMED) sentences.push(`And in ${count(elsewhere.length - NAMED)} more.`);
  return sentences.length
    ? [{ name: 'Came up before', value: clip(sentences.join('\n'), MOST) }]
    : [];
}

/** A moment as a day on each reader's own calendar. @see https://docs.discord.com/developers/reference#message-formatting-timestamp-styles */
export const formatDateTimestamp = (moment: Date): string =>
  `<t:${Math.floor(moment.getTime() / 1000)}:D>`;

const formatShared = ({ times, last }: Shared): string =>
  `${formatTimes(times)}, ${times > 1 ? 'last ' : ''}on ${formatDateTimestamp(last.at)} by ${mention(last.userId)} (${link('card', last.url)})`;

function formatDiscussions(threads: readonly string[]): string | undefined {
  if (threads.length === 0) return undefined;
  const named = threads.slice(0, NAMED).map((id) => `<#${id}>`);
  const counted = threads.length === 1 ? 'one discussion' : `${count(threads.length)} discussions`;
  return `${counted}: ${named.join(', ')}`;
}

const formatTimes = (times: number): string =>
  ['', 'once', 'twice'][times] ?? `${count(times)} times`;
