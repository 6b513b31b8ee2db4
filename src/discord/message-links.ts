import { splitLinks } from '../data/addresses/links.ts';
import type { Spoken } from './message-text.ts';

/**
 * The web addresses in a message, in its text, in what it forwards and in its cards, each page once:
 * one in a line.
 */
export function messageLinks({ content, embeds, messageSnapshots }: Spoken): string {
  const forwarded = [...(messageSnapshots?.values() ?? [])];
  const cards = [embeds, ...forwarded.map((one) => one.embeds)].flat();
  const texts = [content, ...forwarded.map((one) => one.content)];
  const ofCards = cards.flatMap(({ url, title, description }) => [url, title, description]);
  return splitLinks([...texts, ...ofCards].join('\n').toWellFormed()).links.join('\n');
}
