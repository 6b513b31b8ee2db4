import type { Difference, PassedOver } from '../quotations.ts';
import type { ComparedText } from './compared-text.ts';
import { matterBeyond } from './matter.ts';
import type { Placed, Range } from './placed-runs.ts';
import { wordsOf } from './print-of.ts';
import { isOpening, type Quotation } from './read-quotation.ts';

/** More words than this are an omission that everyone expects to change something. */
const SHORT_OMISSION = 10;
const MARK = /^(?:\p{N}{1,3}|[*†‡§¶]{1,3})\s+/u;

const MARK_ALONE = /^\p{N}{1,3}$/u;

/**
 * What words were passed over at no cost, where they matter: what a bracket of the quotation replaced is
 * a difference if it denies or has a figure, and the bracket doesn't. What an ellipsis leaves out is
 * told if it is short and denies; an editor's bracket, if it has a figure and isn't a note's mark; a note, unless it has its mark and neither.
 */
export function judgeSkipped(
  { items }: Pick<Quotation, 'items'>,
  text: ComparedText,
  at: Placed,
): { difference?: Difference; passedOver?: PassedOver } {
  const opening = items.slice(at.items.from, at.items.to).find(isOpening);
  const printed = wordsOf(text, at.words);
  if (opening?.own !== undefined) {
    const matter = matterBeyond(printed, opening.own);
    if (matter === 'words') return {};
    return { difference: { kind: 'changed', printed, quoted: `[${opening.own}]`, matter } };
  }
  if (opening) {
    const isTold =
      at.words.to - at.words.from <= SHORT_OMISSION && matterBeyond(printed, '') === 'negation';
    return isTold ? { passedOver: { as: 'ellipsis', printed } } : {};
  }
  if (isInBrackets(text, at.words)) {
    const isTold = !MARK_ALONE.test(printed) && matterBeyond(printed, '') !== 'words';
    return isTold ? { passedOver: { as: 'bracket', printed } } : {};
  }
  if (MARK_ALONE.test(printed)) return {};
  const isMarked = MARK.test(printed);
  if (isMarked && matterBeyond(printed.replace(MARK, ''), '') === 'words') return {};
  return printed ? { passedOver: { as: 'note', printed } } : {};
}

const isInBrackets = ({ text, words }: ComparedText, { from, to }: Range): boolean =>
  text.slice(words[from - 1]?.end ?? 0, words[from]?.start).includes('[') &&
  text.slice(words[to - 1]?.end, words[to]?.start ?? text.length).includes(']');
