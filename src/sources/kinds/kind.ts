import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Convention } from '../../data/dates/convention.ts';
import type { Found } from '../../data/import/format.ts';
import type { Requests } from '../requests/requests.ts';
import type { CommonSettings } from '../settings/common-settings.ts';

/** Records that are read as one: how some write their dates tells how the others do. */
export type Part = {
  /** What the documents' origins have as their file: a path, or an address without its query. */
  name: string;
  /** What is found in it, in order: from a format, or made by the kind. Keys are the source's own. */
  found: AsyncIterable<Found>;
  /** The collection of what names none; null if the name of the part is to be made into one. */
  collection: string | null;
  /** The years that those of two figures are of; null if the part's whole years tell it. */
  years?: Convention['years'];
  /** Whether documents get the texts that their records have; true if left out. */
  withTexts?: boolean;
  /** Whether it is a corpus itself, and documents get the texts that stand beside it. */
  isCorpus?: boolean;
  /**
   * Whether the source is followed nonetheless if the part can't be read to its end: then what isn't
   * found in it stays. Otherwise that is a failure of the source.
   */
  mayBreakOff?: boolean;
};

/** What following a source needs, besides its settings. */
export type Following<Watermark> = {
  /** What the kind kept of the last time; null if all is to be asked for. */
  watermark: Watermark | null;
  requests: Requests;
  /** For temporary files; it is gone afterwards. */
  folder: string;
  /** The folder of the sources' file, from which paths in it start. */
  base: string;
  /** Files that are no part of any source: those of the corpus that is written. */
  leftOut: ReadonlySet<string>;
  /** Whether what speaks against the source's answer was seen by a person and is to be accepted. */
  acceptsLoss: boolean;
  /**
   * The key in a variable of the environment.
   * @throws SourceFailure if it isn't set
   */
  secret(variable: string): string;
  /**
   * Reads a part to its end. To be called once for each, one after the other.
   * @throws SourceFailure if it can't be read to its end; what `found` throws
   */
  take(part: Part): Promise<void>;
};

/** What came of following a source to its end. */
export type Followed<Watermark> = {
  /**
   * `everything`: what wasn't found is gone. `changes`: it stays, unless a `deleted` with its key was
   * found. `nothing`: the source says itself that nothing has changed.
   */
  extent: 'everything' | 'changes' | 'nothing';
  /** Names of parts that are as they were and weren't read; their documents count as found. */
  unchangedParts?: ReadonlySet<string>;
  /** With `changes`: what all documents of the source are a collection of is called otherwise now. */
  renamed?: { from: string; to: string } | undefined;
  /** With `changes`, where the source lists them: the keys of all it has; others are gone. */
  keys?: ReadonlySet<string>;
  /** Kept for the next time, as JSON, once the documents are written. */
  watermark: Watermark;
};

/** A source as its settings describe it, ready to be followed. */
export type Source = CommonSettings & {
  /** The same as long as the settings ask for the same documents. */
  asks: string;
  /** Addresses whose hosts may be asked. */
  addresses: readonly string[];
  /**
   * @param following whose watermark is what is kept of the last time, unchecked
   * @throws SourceFailure, SourceError
   */
  follow(following: Following<unknown>): Promise<Followed<unknown>>;
};

/**
 * Defines a kind of source by its settings and how it is followed. To be added to the list in `kinds.ts`.
 * @param settings an object with `COMMON`, the kind's name as a literal, and what else it needs
 */
export const defineKind = <
  Settings extends z.ZodObject<{ kind: z.ZodLiteral<string> } & z.ZodRawShape>,
  Watermark extends z.ZodType,
>(
  settings: z.output<Settings> extends CommonSettings ? Settings : never,
  {
    watermark: schema,
    addresses,
    follow,
  }: {
    /** What is kept from one time to the next; what doesn't fit it counts as none. */
    watermark: Watermark;
    addresses(settings: z.output<Settings>): readonly string[];
    follow(
      settings: z.output<Settings>,
      following: Following<z.output<Watermark>>,
    ): Promise<Followed<z.output<Watermark>>>;
  },
) =>
  settings.transform((read): Source => {
    const { name, every, full, ...asks } = read as CommonSettings;
    const own = read as z.output<Settings>;
    return {
      name,
      every,
      full,
      kind: asks.kind,
      asks: digestOf(asks),
      addresses: addresses(own),
      follow: (following) => {
        const watermark = schema.safeParse(following.watermark).data ?? null;
        return follow(own, { ...following, watermark });
      },
    };
  });

/** An address among the settings may hold a key in its query, so that they aren't kept as they are. */
const digestOf = (asks: object): string =>
  createHash('sha256')
    .update(JSON.stringify(asks, (_, value) => (value instanceof Map ? [...value] : value)))
    .digest('hex');
