/** Letters that Unicode decomposition leaves whole, as they are typed without their own key. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ς: 'σ',
};
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');

/**
 * What writers leave out: invisible characters, accents, Hebrew and Arabic vowel points, and the
 * modifier letters that stand for an apostrophe or a soft sign in transliteration. Marks of other
 * scripts stay: in Devanagari they are the vowels.
 */
const OMITTED = /\p{Cf}|[\u02b9-\u02bf]|[\u0300-\u036f]|[\u0591-\u05c7]|[\u064b-\u065f\u0670]/gu;

/** One spelling for all that a keyboard or a printer makes of a word. Folding twice changes nothing. */
export const fold = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text.toLowerCase() : foldLetters(text);

const foldLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(OMITTED, '')
    .toLowerCase()
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFKC');
