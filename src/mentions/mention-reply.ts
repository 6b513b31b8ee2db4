import { clip } from '../cards/limits.ts';
import { mentionCards, type Named } from '../cards/mention-card.ts';
import { notice } from '../cards/notice.ts';
import type { Command, CommandResult, Invoker, Services } from '../interactions/command.ts';
import { mentionWords } from '../wording/mentions.ts';
import { findNamed } from './find-named.ts';
import { idsIn, type Mention } from './read-mention.ts';

/** The longest message that people write without Nitro. */
const LONGEST = 2000;
/** Cards in one answer. */
const MOST = 3;

/**
 * What a message that mentions the app is answered with: cards of the documents that it names, or else a
 * search for its words.
 * @param search the command that searches
 * @throws UserError if the words can't be understood
 */
export async function mentionReply(
  mention: Mention,
  search: Command,
  services: Services,
  invoker: Invoker,
): Promise<CommandResult> {
  const names = await namesOf(mention, services);
  if (names.length > 0) {
    const named = await Promise.all(
      names.slice(0, MOST).map((name) => findNamed(name, services.archive)),
    );
    return { ...mentionCards(withoutRepeats(named), names.length - named.length), private: false };
  }
  const words = mention.kind === 'words' ? mention.words : '';
  if (words) return search.prepare({ query: clip(words, LONGEST) }, services).run(invoker);
  const { title, text } = mentionWords.help;
  return { embeds: [notice(title, text)], private: false };
}

/** Two names of one document get one card. */
const withoutRepeats = (named: readonly Named[]): readonly Named[] =>
  named.filter(
    (one, at) =>
      one.kind !== 'one' ||
      named.findIndex((other) => other.kind === 'one' && other.document.id === one.document.id) ===
        at,
  );

/** What the message names; ids among its words only where documents have them. */
async function namesOf(mention: Mention, { archive }: Services): Promise<readonly string[]> {
  if (mention.kind === 'names') return mention.names;
  const ids = idsIn(mention.words);
  return ids.length > 0 ? archive.loaded(ids) : [];
}
