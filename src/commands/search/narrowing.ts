import { z } from 'zod';
import { commonSpan, decadeSpan } from '../../data/dates/common-span.ts';
import type { Variant } from '../../interactions/page-controls.ts';
import type { Facets, FacetValue } from '../../search/hits.ts';
import type { Filter } from '../../search/questions.ts';
import { searchingWords as words } from '../../wording/searching.ts';

/** What a person has chosen from the menu under a list of hits. */
export const Narrowed = z.object({
  collection: z.string().optional(),
  decade: z
    .string()
    .regex(/^\d{3}0$/)
    .optional(),
  person: z.string().optional(),
});
export type Narrowed = z.infer<typeof Narrowed>;

/** Undoes all that was chosen. */
const EVERYTHING = 'everything';
const everything: Variant = {
  label: words.narrowings.everything,
  key: EVERYTHING,
  description: words.narrowings.everythingIs,
};

/** The filter as what was chosen narrows it. */
export function narrowFilter(filter: Filter, { collection, decade, person }: Narrowed): Filter {
  return {
    ...filter,
    ...(decade ? commonSpan(filter, decadeSpan(decade)) : {}),
    ...(collection === undefined ? {} : { collection }),
    ...(person === undefined ? {} : { person }),
  };
}

/** What was chosen, in words. */
export const narrowedWords = ({ collection, decade, person }: Narrowed): string[] =>
  [
    collection && words.narrowed.collection(collection),
    decade && words.narrowed.decade(decade),
    person && words.narrowed.person(person),
  ].filter((word) => word !== undefined);

/** The menu's choices: what divides the hits, and all of them again. */
export function narrowings(facets: Facets, narrowed: Narrowed, total: number): Variant[] {
  const of = (
    name: keyof Narrowed,
    values: readonly FacetValue[],
    label = (value: string) => value,
  ) =>
    values
      .filter(({ count: found }) => narrowed[name] === undefined && found < total)
      .map(({ value, count: found }) => ({
        label: label(value),
        key: `${name}:${value}`,
        description: words.narrowings.has[name](found, total),
      }));
  const isNarrowed = Object.values(narrowed).some((value) => value !== undefined);
  return [
    ...(isNarrowed ? [everything] : []),
    ...of('collection', facets.collections.slice(0, 8)),
    ...of('decade', facets.decades, words.narrowings.decade),
    ...of('person', facets.people.slice(0, 6)),
  ];
}

/** What is chosen after a choice of the menu. */
export function choose(narrowed: Narrowed, key: string): Narrowed {
  if (key === EVERYTHING) return {};
  const [name = '', ...rest] = key.split(':');
  const read = Narrowed.safeParse({ ...narrowed, [name]: rest.join(':') });
  return read.success ? read.data : narrowed;
}
