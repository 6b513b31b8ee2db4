import { splitLinks } from '../data/addresses/links.ts';

/** What a message that mentions the app asks for: documents by name, or words to search for. */
export type Mention =
  | { kind: 'names'; names: readonly string[] }
  | { kind: 'words'; words: string };

const BRACKETED = /\[\[([^[\]\n]{1,300})\]\]/gu;
/** An id as documents have it: words of small letters and figures, one of them with a figure. */
const ID = /(?<![\w-])(?=[a-z0-9-]*\d)[a-z0-9]+(?:-[a-z0-9]+)+(?![\w-])/gu;
/** Other mentions, emoji and times. @see https://docs.discord.com/developers/reference#message-formatting */
const SIGNS = /<(?:@[!&]?|#|a?:\w+:|t:|\/[^:>]+:|id:)[^>\s]*>/gu;

/**
 * Reads a message.
 * @param app the app's user id
 * @returns undefined if the message doesn't mention the app itself: a reply to it, or its role, is none
 */
export function readMention(content: string, app: string): Mention | undefined {
  const mention = new RegExp(`<@!?${app}>`, 'gu');
  if (!mention.test(content)) return undefined;
  const text = content.toWellFormed().replace(mention, ' ');
  // As long as it was, so that names and links stay in their order.
  const rest = text.replace(BRACKETED, (all) => ' '.repeat(all.length));
  const found = [
    ...[...text.matchAll(BRACKETED)].map(({ 1: name = '', index }) => ({ name, index })),
    ...splitLinks(rest).links.map((name) => ({ name, index: rest.indexOf(name) })),
  ].sort((one, other) => one.index - other.index);
  const names = unique(found.map(({ name }) => name.trim()).filter(Boolean));
  if (names.length > 0) return { kind: 'names', names };
  const words = rest.replace(SIGNS, ' ').replaceAll(/\s+/gu, ' ').trim();
  return { kind: 'words', words };
}

/** Words of a message that may be ids of documents. */
export const idsIn = (words: string): readonly string[] =>
  unique([...words.matchAll(ID)].map(([id]) => id));

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];
