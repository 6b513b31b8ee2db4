import type { RichText } from './rich-text.ts';

/** Marks that CSL JSON allows in a title, beside italics. */
const OTHER_MARKS = /<\/?(?:b|sup|sub|sc|span)(?:\s[^<>]*)?>/gi;
const ITALICS = /<i>([^<>]*)<\/i>/i;

/** Words that end in a full stop of their own: initials, `U.S.`, `Jr.`, `etc.`, and an ellipsis. */
const OWN_STOP =
  /(?:(?:^|[\s.])\p{L}|\.\.|(?<!\p{L})(?:[JS]r|Dr|St|Mr|Mrs|Co|Inc|Ltd|Bros|Corp|No|Nos|vol|Vol|etc|al|ca|cf|Gov|Gen|Col|Capt|Sen|Rep|Dept|Govt|Esq|ult|inst|prox))\.$/u;

/** A title as it is cited: without its own full stop, which would stand before a comma. */
export const citedTitle = (title: string): string =>
  OWN_STOP.test(title) ? title : title.replace(/\.$/, '');

/** A title's pieces, those in italics told apart; other marks of CSL are left out. */
export const titlePieces = (title: string): RichText =>
  title
    .replace(OTHER_MARKS, '')
    .split(ITALICS)
    .map((text, index) => ({ text, italic: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
