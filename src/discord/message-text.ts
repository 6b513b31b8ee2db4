/**
 * Mentions, custom emoji, times and addresses: signs that stand in a message's text without being
 * words of it.
 * @see https://docs.discord.com/developers/reference#message-formatting
 */
const NO_WORDS = /<(?:@[!&]?|#|a?:\w+:|t:|\/[^:>]+:|id:)[^>\s]*>|https?:\/\/\S+/gu;

/** The parts of a message that say something; a forwarded message stands in its snapshots. */
export type Spoken = Words & { messageSnapshots?: { values(): Iterable<Words> } };
type Words = {
  content: string;
  embeds: readonly { [Part in 'url' | 'title' | 'description']?: string | null | undefined }[];
};

/**
 * What a message says: its text, else what it forwards, else the titles and texts of the cards in
 * it. Well-formed Unicode.
 */
export function messageText({ content, embeds, messageSnapshots }: Spoken): string {
  const forwarded = [...(messageSnapshots?.values() ?? [])];
  const cards = [embeds, ...forwarded.map((one) => one.embeds)].flat();
  const ofCards = cards.flatMap(({ title, description }) => [title, description]);
  const texts = [content, forwarded.map((one) => one.content).join('\n')];
  const [text = ''] = [...texts, ofCards.filter(Boolean).join('\n')]
    .map((words) => words.toWellFormed().replace(NO_WORDS, ' ').trim())
    .filter((words) => /[\p{L}\p{N}]/u.test(words));
  return text;
}
