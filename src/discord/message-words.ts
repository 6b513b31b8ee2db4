import type { Message } from 'discord.js';

/**
 * Mentions, custom emoji, times and addresses: signs that stand in a message's text without being
 * words of it.
 * @see https://docs.discord.com/developers/reference#message-formatting
 */
const NO_WORDS = /<(?:@[!&]?|#|a?:\w+:|t:|\/[^:>]+:|id:)[^>\s]*>|https?:\/\/\S+/gu;

/** What a message says: its text, else the titles and texts of the cards in it. */
export function messageWords({ content, embeds }: Pick<Message, 'content' | 'embeds'>): string {
  const ofCards = embeds.flatMap(({ title, description }) => [title, description]);
  const [text = ''] = [content, ofCards.filter(Boolean).join('\n')]
    .map((words) => words.replace(NO_WORDS, ' ').trim())
    .filter((words) => /[\p{L}\p{N}]/u.test(words));
  return text;
}
