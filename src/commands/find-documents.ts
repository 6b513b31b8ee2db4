import { clip } from '../cards/limits.ts';
import { UserError } from '../errors.ts';
import type { Command } from '../interactions/command.ts';
import { messageCommand } from '../interactions/declaration.ts';
import { text } from '../interactions/read-options.ts';
import { searchingWords } from '../wording/searching.ts';
import { search } from './search/search.ts';

/** The longest message that people write without Nitro; a card's text may be longer. */
const LONGEST = 2000;

/**
 * `Find documents`, in the menu of a message: the documents that it links to and a search for what it
 * says, for the invoker alone.
 */
export const findDocuments: Command = {
  data: messageCommand('Find documents'),

  prepare(options, services) {
    const message = text(options, 'message');
    const links = text(options, 'links');
    if (!message && !links) throw new UserError(searchingWords.noWordsInMessage);
    const words = message && clip(message, LONGEST);
    // "Know" in a remark isn't a misspelt "Knox".
    const query = [words, links].filter(Boolean).join('\n');
    const asked = { query, private: true, corrects: false, opens: false };
    return search.prepare(asked, services);
  },
};
