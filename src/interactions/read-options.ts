import { z } from 'zod';
import { textChoice } from '../cards/choice.ts';
import type { Collection } from '../data/corpus/collections.ts';
import { compareDays } from '../data/dates/compare.ts';
import { Day } from '../data/dates/historical-date.ts';
import { readDateQuestion } from '../data/dates/question.ts';
import { UserError } from '../errors.ts';
import type { Archive } from '../search/archive.ts';
import { optionWords as words } from '../wording/options.ts';
import type { Options } from './command.ts';
import { textOption } from './declaration.ts';
import { type PrefixMatch, readLongestPrefix } from './longest-prefix.ts';

/** Options that narrow a question. */
export const dateOptions = [
  textOption('from', words.from, { most: 100 }),
  textOption('to', words.to, { most: 100 }),
];
export const collectionOption = textOption('collection', words.collection, {
  autocomplete: true,
  most: 100,
});

/** A filter, with the words that say it. */
export const AskedFilter = z.object({
  filter: z.object({
    from: Day.optional(),
    to: Day.optional(),
    collection: z.string().optional(),
  }),
  words: z.array(z.string()),
  /** What options that hold more than their value were read as; empty if none does. */
  readAs: z.array(z.string()).default([]),
});
export type AskedFilter = z.infer<typeof AskedFilter>;

/**
 * Reads `from`, `to` and `collection`.
 * @throws UserError if a date or the collection isn't understood, or the dates are reversed
 */
export async function readFilter(
  options: Options,
  archive: Pick<Archive, 'collections'>,
): Promise<AskedFilter> {
  const { asked, rest } = await readNarrowing(options, archive);
  if (!rest) return asked;
  throw new UserError(words.unreadable(rest));
}

/**
 * Reads `query`, `from`, `to` and `collection`. What follows a date or a collection in its option
 * belongs to the query.
 * @throws UserError if a date or the collection isn't understood, or the dates are reversed
 */
export async function readQuery(
  options: Options,
  archive: Pick<Archive, 'collections'>,
): Promise<{ query: string | undefined; asked: AskedFilter }> {
  const { asked, rest } = await readNarrowing(options, archive);
  const query = [text(options, 'query'), rest].filter(Boolean).join(' ') || undefined;
  const readAs = rest ? [...asked.words, words.asked.asWords(rest)] : [];
  return { query, asked: { ...asked, readAs } };
}

async function readNarrowing(
  options: Options,
  archive: Pick<Archive, 'collections'>,
): Promise<{ asked: AskedFilter; rest: string }> {
  const from = readEnd('from', options, 'start');
  const to = readEnd('to', options, 'end');
  if (from?.value && to?.value && compareDays(from.value, to.value) > 0) {
    throw new UserError(words.reversed(from.typed, to.typed));
  }
  const named = text(options, 'collection');
  const collection =
    named === undefined ? undefined : readCollection(named, await archive.collections());
  const phrases = [
    from && (to ? words.asked.fromTo(from.typed, to.typed) : words.asked.from(from.typed)),
    from ? undefined : to && words.asked.to(to.typed),
    collection && words.asked.collection(collection.value),
  ].filter((phrase) => phrase !== undefined);
  const filter = {
    from: from?.value ?? undefined,
    to: to?.value ?? undefined,
    collection: collection?.value,
  };
  const rest = [from, to, collection].map((one) => one?.rest).filter(Boolean);
  return { asked: { filter, words: phrases, readAs: [] }, rest: rest.join(' ') };
}

/** What was chosen for `private`, or what holds where nothing was. */
export const isPrivate = ({ private: chosen }: Options, otherwise: boolean): boolean =>
  typeof chosen === 'boolean' ? chosen : otherwise;

/** Trimmed text of an option; undefined if it is blank. */
export const text = (options: Options, name: string): string | undefined =>
  String(options[name] ?? '').trim() || undefined;

/** One of a few words; what Discord would not send counts as none. */
export const readChoice = <Choice extends string>(
  options: Options,
  name: string,
  choices: readonly Choice[],
): Choice | undefined => choices.find((choice) => choice === options[name]);

/** The first or last day that a date can mean; none if it is open on that side. */
function readEnd(
  option: string,
  options: Options,
  side: 'start' | 'end',
): PrefixMatch<Day | null> | undefined {
  const typed = text(options, option);
  if (typed === undefined) return undefined;
  const found = readLongestPrefix(typed, (beginning) => {
    const read = readDateQuestion(beginning);
    return read?.start || read?.end ? read[side] : undefined;
  });
  if (found) return found;
  throw new UserError(words.noDate(typed, option));
}

/** Collections whose name holds what is typed, as choices; those that begin with it first. */
export async function collectionChoices(typed: string, archive: Pick<Archive, 'collections'>) {
  const collections = await archive.collections();
  const wanted = typed.trim().toLowerCase();
  const place = (name: string) => name.toLowerCase().indexOf(wanted);
  return collections
    .filter(({ name }) => place(name) >= 0)
    .sort((a, b) => Number(place(a.name) > 0) - Number(place(b.name) > 0))
    .map(({ name }) => textChoice(name));
}

/**
 * The collection of this name, letter case aside; a choice's value may be the name cut short.
 * @throws UserError if there is none, or several could be meant
 */
export function findCollection(typed: string, collections: readonly Collection[]): string {
  const wanted = typed.toLowerCase();
  const names = collections.map(({ name }) => name);
  const found =
    names.find((name) => name.toLowerCase() === wanted) ??
    only(names.filter((name) => name.toLowerCase().startsWith(wanted))) ??
    only(names.filter((name) => name.toLowerCase().includes(wanted)));
  if (found) return found;
  throw new UserError(words.noCollection(typed, names.slice(0, 5)));
}

/** A collection by all that was typed; else one whose whole name begins it, with the words after it. */
function readCollection(typed: string, collections: readonly Collection[]): PrefixMatch<string> {
  try {
    return { value: findCollection(typed, collections), typed, rest: '' };
  } catch (error) {
    const known = new Map(collections.map(({ name }) => [name.toLowerCase(), name]));
    const found = readLongestPrefix(typed, (beginning) => known.get(beginning.toLowerCase()));
    if (found) return found;
    throw error;
  }
}

const only = (names: readonly string[]) => (names.length === 1 ? names[0] : undefined);
