import { z } from 'zod';
import { oneLine } from '../../cards/escape.ts';
import type { Document } from '../../data/corpus/document.ts';
import type { Variant } from '../../interactions/page-controls.ts';
import { AskedFilter } from '../../interactions/read-options.ts';
import type { Page } from '../../search/hits.ts';
import { searchingWords as words } from '../../wording/searching.ts';
import { choose, Narrowed } from './narrowing.ts';

const PARTS = ['records', 'texts'] as const;
/** What the option offers; without it, both are searched. */
export const PART_CHOICES = [
  { name: words.command.records, value: PARTS[0] },
  { name: words.command.texts, value: PARTS[1] },
];

export const SORTS = ['relevance', 'oldest', 'newest'] as const;

/** The keys of the buttons that ask otherwise. */
const AS_TYPED = 'as-typed';
const UNCORRECTED = 'uncorrected';
const OFFERED = 'offered';
const ALIKE = 'alike:';
const UNLIKE_TOO = 'unlike-too';

/** A search as it was asked, and asked otherwise since. */
export const SearchInput = z.object({
  query: z.string(),
  asked: AskedFilter,
  sort: z.enum(SORTS),
  /** Left out, records and texts are searched. */
  in: z.enum(PARTS).optional(),
  private: z.boolean(),
  narrowed: Narrowed.default({}),
  expandsNames: z.boolean().default(true),
  corrects: z.boolean().default(true),
  adoptsOffers: z.boolean().default(false),
  evenEmpty: z.boolean().default(false),
  /** Whether the one document that a link leads to is shown as its card. */
  opens: z.boolean().default(true),
  /** The id of a document: only those that look like it. */
  alikeTo: z.string().optional(),
});
export type SearchInput = z.infer<typeof SearchInput>;

/** The search as a button or a choice of a menu asks it, by its key. */
export function vary(input: SearchInput, key: string): SearchInput {
  if (key === AS_TYPED) return { ...input, expandsNames: false };
  if (key === UNCORRECTED) return { ...input, corrects: false };
  if (key === OFFERED) return { ...input, adoptsOffers: true };
  if (key === UNLIKE_TOO) return { ...input, alikeTo: undefined };
  if (key.startsWith(ALIKE)) return { ...input, alikeTo: key.slice(ALIKE.length) };
  return { ...input, narrowed: choose(input.narrowed, key) };
}

/** Those that look like one of the hits, as choices of a menu. */
export const groupsOf = (
  entries: readonly { document: Document; more?: number | undefined }[],
  from: number,
): Variant[] =>
  entries.flatMap(({ document, more }, index) =>
    more
      ? [
          {
            label: words.otherwise.alike(more, from + index),
            key: `${ALIKE}${document.id}`,
            description: oneLine(document.title),
          },
        ]
      : [],
  );

/** Buttons that undo what was done to the words typed, or do what was only offered. */
export const variantsOf = ({ corrections, offers = [], otherNames }: Page): Variant[] => [
  ...offers.slice(0, 1).map(({ used }) => ({ label: words.otherwise.offered(used), key: OFFERED })),
  ...corrections
    .slice(0, 1)
    .map(({ typed }) => ({ label: words.otherwise.asTyped(typed), key: UNCORRECTED })),
  ...(otherNames.length > 0 ? [{ label: words.otherwise.namesAsTyped, key: AS_TYPED }] : []),
];

/** The button that ends a look at those alike. */
export const BACK: Variant = { label: words.otherwise.all, key: UNLIKE_TOO };
