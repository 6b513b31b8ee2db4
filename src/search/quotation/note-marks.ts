/** A figure after a word and the sign that ends its sentence or clause: `the treaty.1 The`. */
const AFTER_SIGN =
  /(?<=(?<word>\p{L}{2,})(?<sign>[.,;:!?]["'”’»)]{0,2}))\p{N}{1,3}(?=\s+(?<next>\S)|\s*$)/gu;
/** What stands before a number of its own: `No.1`, `Sept.12`. */
const NUMBERED =
  /^(?:nos?|nr|arts?|secs?|sect|vols?|chaps?|ch|pp?|ff?|fols?|figs?|pts?|pars?|paras?|encs?|incls?|apps?|bks?|lib|cap|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|cf|vid|ibid|op|about|circa)$/iu;

/** Where the marks of notes stand in a running text, from which code unit to which. */
export const findNoteMarks = (text: string): { start: number; end: number }[] =>
  [...text.matchAll(AFTER_SIGN)]
    .filter(({ groups: { word = '', sign = '', next = '' } = {} }) => {
      // A full stop is a sentence's end only where another begins.
      if (sign.startsWith('.') && /\p{Ll}/u.test(next)) return false;
      return !NUMBERED.test(word);
    })
    .map(({ index, 0: mark }) => ({ start: index, end: index + mark.length }));
