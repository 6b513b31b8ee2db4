import { wholeGraphemes } from '../cards/limits.ts';
import { quotationReply } from '../documents/quotation-reply.ts';
import { UserError } from '../errors.ts';
import type { Command } from '../interactions/command.ts';
import { messageCommand } from '../interactions/declaration.ts';
import { text } from '../interactions/read-options.ts';
import { FEWEST_WORDS, LONGEST_QUOTATION } from '../search/quotations.ts';
import { quotingWords } from '../wording/quotations.ts';

/** `Check quotation`, in the menu of a message: what it quotes, checked for the invoker alone. */
export const checkQuotation: Command = {
  data: messageCommand('Check quotation'),

  prepare(options, services) {
    const message = text(options, 'message');
    if (!message) throw new UserError(quotingWords.noWordsInMessage);
    const quoted = wholeGraphemes(quotedPart(message), LONGEST_QUOTATION);
    return { private: true, run: () => quotationReply(quoted, undefined, services, true) };
  },
};

/** Between quotation marks of a kind, or the lines of a block quotation. */
const QUOTED =
  /“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|»([^«»]+)«|"([^"]+)"|((?:^>+ ?.*(?:\n|$))+)/gmu;

/** The longest part of a message that it quotes, if that is long enough to be checked; else all of it. */
function quotedPart(message: string): string {
  const parts = [...message.matchAll(QUOTED)].map((match) =>
    (match.slice(1).find((part) => part !== undefined) ?? '').replace(/^>+ ?/gmu, ''),
  );
  const longest = parts.reduce((a, b) => (b.length > a.length ? b : a), '');
  return longest.trim().split(/\s+/u).length >= FEWEST_WORDS ? longest : message;
}
