import { isCommonWord } from '../../src/search/text/common-words.ts';
import type { FrusRecord } from './frus-record.ts';
import { withoutPageMarks } from './frus-title.ts';

/** A heading that is longer is cut at its first dash, or else between words. */
const LONGEST_HEADING = 200;
const LONGEST_TOPIC = 220;

/** The headings above a document, the outermost first. */
export const headingsOf = ({ collection }: FrusRecord): string[] =>
  collection
    .split(' > ')
    .map((heading) => clip(withoutPageMarks(heading).replace(/[.:]$/, '')))
    .filter(Boolean);

/** Headings of parts of a book, which say nothing of what is in them. */
const PART =
  /^(?:general|appendix|general appendix|annex\b.*|additional\b.*|american republics|case no\b.*|circular|code\b.*|(?:argentine republic )?correspondence\b.*|instructions?\b.*|appointments|report|letter from\b.*|minutes of\b.*|other papers\b.*|other proposals\b.*|part [ivx]+:.*|protocols?\b(?! relat| regard).*|rejoinder\b.*|remainder\b.*|surrejoinder\b.*|table of contents|the hearing\b.*|counter case\b.*|[\w. —-]*decision and award)$/i;

/**
 * What a document is about by the headings over it, from the broader to the narrower, as the end of a
 * sentence: `the Chaco dispute between Bolivia and Paraguay: arms embargo …`. Null if they only
 * name a country or a part of the book.
 */
export function topicOf(record: FrusRecord): string | null {
  const topics = headingsOf(record)
    .map(withoutNumeral)
    .filter(
      (heading, at, all) =>
        !(PART.test(heading) || isShouted(heading)) &&
        !(at === 0 && all.length > 1 && isName(heading)),
    );
  const [broader, narrower] = topics.slice(-2);
  if (!broader || (isName(broader) && !narrower)) return null;
  const whole = [broader, narrower].filter((one) => one !== undefined);
  const words = withArticle(whole.map(within).join(': '));
  return words.length <= LONGEST_TOPIC ? words : withArticle(within(clip(whole.at(-1) ?? '')));
}

/** `I. Efforts of …`, `[578] XI. — SWEDEN`. */
const withoutNumeral = (heading: string): string =>
  heading.replace(/^(?:[IVXLC]+|\d+)\.\s*[—-]*\s*(?=\S)/, '');

/** In capitals all over, which leave open what is a name. */
const isShouted = (heading: string): boolean => heading === heading.toUpperCase();

/** A country's heading: nothing but names. */
const isName = (heading: string): boolean =>
  heading.split(/[\s,]+/).every((word) => /^(?:\p{Lu}|and$|of$)/u.test(word));

/** A heading within a sentence: its first word is small, unless it is a name or leads one. */
function within(heading: string): string {
  const [, first = '', next = ''] = /^([\p{L}’'-]+)\s*(\S*)/u.exec(heading) ?? [];
  const isArticle = /^(?:The|An?)$/.test(first);
  const isWord = first.split('-').every((part) => isCommonWord(part.toLowerCase()));
  const staysLarge = !isWord || /^(?:\p{Lu}|$)/u.test(next) || isTitleCase(heading);
  return staysLarge && !isArticle ? heading : heading.charAt(0).toLowerCase() + heading.slice(1);
}

/** Whether all words of some length are large, as in `Policies and Proposals of the United States`. */
function isTitleCase(heading: string): boolean {
  const [, ...words] = heading.replace(/[:;].*$/, '').match(/\p{L}{5,}/gu) ?? [];
  const nouns = words.filter((word) => isCommonWord(word.toLowerCase()) && !IN_NAMES.test(word));
  return nouns.length > 1 && words.every((word) => /^\p{Lu}/u.test(word));
}

/** Common words that names of states are made of. */
const IN_NAMES = /^(?:Department|Government|Imperial|Republics?|States|Treaty|United)$/;

/** One thing has an article, several have none: `the Chaco dispute between …`, `efforts of …`. */
function withArticle(topic: string): string {
  const [, before = '', noun = ''] =
    /^((?:[\p{L}’'-]+ ){0,3}?)(\p{Ll}[\p{L}-]*) (?:of|between|at)\b/u.exec(topic) ?? [];
  const isOne = /(?:[^s]|ss)$/.test(noun);
  return isOne && !/\b(?:the|an?|to|for|with|in|by|on|and)\s/i.test(before)
    ? `the ${topic}`
    : topic;
}

function clip(heading: string): string {
  if (heading.length <= LONGEST_HEADING) return heading;
  const dash = heading.slice(0, LONGEST_HEADING).indexOf('—');
  const end = dash > 0 ? dash : heading.lastIndexOf(' ', LONGEST_HEADING - 1);
  return `${heading.slice(0, end)}…`;
}
