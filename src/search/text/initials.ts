/**
 * Names of states and bodies that are printed with full stops, and with blanks between them. Other
 * letters so printed may be the initials of a person, who is also looked for without one of them.
 */
const ABBREVIATIONS =
  'USSR RSFSR USA UAR PRC GDR FRG DDR CPSU CCP NATO SEATO CENTO UNESCO UNRRA UNO IMF ILO CIA FBI NSC OAS EEC EDC NKVD KGB'.split(
    ' ',
  );

const printed = (abbreviation: string, between: string): string =>
  Array.from(abbreviation, (letter) => `[${letter}${letter.toLowerCase()}]`).join(between);

/**
 * One of them: `U.S.S.R.`, `U. S. S. R.`, without the last full stop. With blanks it must have that one:
 * the "A" of `the U. S. A man` isn't its last letter.
 */
export const INITIALS = String.raw`(?<![\p{L}\p{N}'’.])(?=\p{L}\.\s?\p{L}\.)(?:${ABBREVIATIONS.flatMap(
  (one) => [
    String.raw`${printed(one, String.raw`\.`)}(?![\p{L}\p{N}'’])`,
    String.raw`${printed(one, String.raw`\.\s?`)}(?=\.)`,
  ],
).join('|')})`;

/** Letters with full stops and blanks as one word: `USSR`. Anything else stays as it is. */
export const withoutStops = (word: string): string =>
  word.replace(/(?<=^\p{L}|[.\s]\p{L})\.\s?/gu, '');
