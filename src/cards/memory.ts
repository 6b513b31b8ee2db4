import type { APIEmbedField } from 'discord-api-types/v10';
import { memoryWords } from '../wording/sharing.ts';
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
  const sentences = [
    ...cameUpHere(here, discussions),
    ...elsewhere
      .slice(0, NAMED)
      .map((one) => memoryWords.sharedIn(`<#${one.channelId}>`, inWords(one))),
  ];
  const more = elsewhere.length - NAMED;
  if (more > 0) sentences.push(memoryWords.inMoreChannels(more));
  return sentences.length
    ? [{ name: memoryWords.heading, value: clip(sentences.join('\n'), MOST) }]
    : [];
}

function cameUpHere(here: Shared | undefined, threads: readonly string[]): string[] {
  const named = threads.slice(0, NAMED).map((id) => `<#${id}>`);
  const { sharedHere, sharedHereAndDiscussed, discussed } = memoryWords;
  if (!here) return threads.length === 0 ? [] : [discussed(threads.length, named)];
  return threads.length === 0
    ? [sharedHere(inWords(here))]
    : [sharedHereAndDiscussed(inWords(here), threads.length, named)];
}

/** A moment as a day on each reader's own calendar. @see https://docs.discord.com/developers/reference#message-formatting-timestamp-styles */
export const formatDateTimestamp = (moment: Date): string =>
  `<t:${Math.floor(moment.getTime() / 1000)}:D>`;

const inWords = ({ times, last }: Shared) => ({
  times,
  day: formatDateTimestamp(last.at),
  person: mention(last.userId),
  card: link(memoryWords.card, last.url),
});
