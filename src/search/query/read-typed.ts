import { readLinks } from '../../data/addresses/links.ts';
import { commonSpan } from '../../data/dates/common-span.ts';
import { readDateQuestion } from '../../data/dates/question.ts';
import { readReference } from '../references/sought-reference.ts';
import type { Condition, TypedQuery } from './typed-query.ts';

/** More words than this beside phrases and signs are prose, whose marks are its author's. */
const MOST_WORDS = 8;
/** A longer text is prose anyway, in characters. */
const LONGEST = 300;
/** More phrases, fields and exclusions than this are prose too: each is tested on every document. */
const MOST_DEMANDS = 12;

/**
 * By what is typed. `from:`, `to:`, `in:` and `collection:` are options of the commands as well, and
 * Discord takes them for these, so that each has a second name.
 */
const FIELDS: ReadonlyMap<string, Condition['field']> = new Map([
  ['title', 'title'],
  ['person', 'person'],
  ['place', 'place'],
  ['subject', 'subject'],
  ['collection', 'collection'],
  ['coll', 'collection'],
  ['ref', 'reference'],
]);
const DATES: ReadonlyMap<string, 'from' | 'to' | 'in'> = new Map([
  ['from', 'from'],
  ['since', 'from'],
  ['to', 'to'],
  ['until', 'to'],
  ['in', 'in'],
  ['during', 'in'],
]);

/** A word or a phrase in quotation marks of any kind, with what stands before it. */
const TOKEN =
  /(?<not>(?<!\S)-(?=[^\s-]))?(?:(?<field>[a-z]+):(?=[^\s:]))?(?:["“”„«](?<phrase>[^"“”„«»]*[\p{L}\p{N}][^"“”„«»]*)["“”»](?!\p{L})|(?<word>\S+))/giu;

/**
 * Reads `"phrases"`, `-without`, `field:value`, dates as `since:`, `until:` and `in:`, `OR`, and links. No
 * text is an error: what can't be read so is looked for as words.
 */
export function readTyped(text: string): TypedQuery {
  const { links, rest } = readLinks(text);
  return { ...readWords(rest), links };
}

function readWords(text: string): Omit<TypedQuery, 'links'> {
  if (text.length > LONGEST) return asProse(text, /["“„«]/.test(text));
  const words: string[] = [];
  const groups: Condition[][] = [];
  const excluded: Condition[] = [];
  const unread: string[] = [];
  const dates: Dates = { typed: [] };
  // A text in capitals has an "or" like any other word.
  const hasOr = /\p{Ll}/u.test(text);
  let isJoined = false;
  let last: Condition | undefined;

  for (const { 0: whole, groups: parts = {} } of text.matchAll(TOKEN)) {
    const { not, phrase, word = '' } = parts;
    if (whole === 'OR' && hasOr && last) {
      isJoined = true;
      continue;
    }
    const name = parts.field?.toLowerCase() ?? '';
    const value = phrase ?? word;
    const date = DATES.get(name);
    if (date && !not && readDate(date, value, dates)) {
      last = undefined;
      continue;
    }
    const field = fieldOf(name, value);
    if (date) unread.push(whole);
    const said = field || phrase !== undefined ? value : whole.replace(/^-/, '');
    const condition: Condition = {
      field: field ?? 'any',
      text: said,
      isPhrase: phrase !== undefined,
    };
    if (not) {
      excluded.push(condition);
      last = undefined;
      continue;
    }
    if (condition.field === 'any' && !condition.isPhrase) words.push(said);
    if (isJoined && last) {
      const group = groups.find((one) => last && one.includes(last));
      if (group) group.push(condition);
      else groups.push([last, condition]);
    } else if (field || condition.isPhrase) groups.push([condition]);
    isJoined = false;
    last = condition;
  }
  const { from, to, typed } = dates;
  const required = unique(groups.map((group) => unique(group)));
  const refused = unique(excluded);
  const demands = required.flat().length + refused.length;
  if (words.length > MOST_WORDS || demands > MOST_DEMANDS) {
    return asProse(text, demands + typed.length > 0);
  }
  return {
    words: words.join(' '),
    required,
    excluded: refused,
    from,
    to,
    dates: typed,
    unread,
    hasMarks: false,
  };
}

/** No reference is without a letter or digit. */
function fieldOf(name: string, value: string): Condition['field'] | undefined {
  const field = FIELDS.get(name);
  return field === 'reference' && readReference(value).length === 0 ? undefined : field;
}

/** What is said twice is demanded once. */
const unique = <Value>(values: readonly Value[]): Value[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

const asProse = (text: string, hasMarks: boolean): Omit<TypedQuery, 'links'> => ({
  words: text,
  required: [],
  excluded: [],
  dates: [],
  unread: [],
  hasMarks,
});

type Dates = { from?: string | undefined; to?: string | undefined; typed: string[] };

/** Narrows the days; false if the value isn't a date, or has no such end. */
function readDate(name: 'from' | 'to' | 'in', value: string, dates: Dates): boolean {
  const read = readDateQuestion(value);
  const from = name === 'to' ? undefined : read?.start;
  const to = name === 'from' ? undefined : read?.end;
  if (!from && !to) return false;
  Object.assign(dates, commonSpan(dates, { from: from ?? undefined, to: to ?? undefined }));
  dates.typed.push(`${name} ${value}`);
  return true;
}
