import type { Document } from '../../data/corpus/document.ts';
import type { NewDocument } from './added-rows.ts';
import type { Schema } from './schema.ts';

/** How many documents the people of a server can add to it in all. */
export const MOST_ADDED = 20_000;

/** How many files a server can import within how long. */
export const MOST_IMPORTED = { files: 5, withinMs: 60 * 60 * 1000 };

/** Who added something to a server, when and how. */
export type Addition = {
  /** Null once the person has been forgotten. */
  by: string | null;
  at: Date;
  kind: 'form' | 'import';
  /** The name of the file that was imported. */
  file: string | null;
};

/** What somebody adds at once. */
export type NewAddition = Addition & {
  guild: string;
  by: string;
  documents: readonly NewDocument[];
};

type Added =
  | {
      kind: 'added';
      /** The ids of what was added, and of what the server had already: that stays as it was. */
      added: readonly string[];
      present: readonly string[];
    }
  /** Nothing was added: it would have been more than a server may have. */
  | { kind: 'too many'; held: number; fresh: number }
  /** Nothing was added: the server has imported as many files as it may for now. */
  | { kind: 'too often' };

/** A document that was added, as the store has it. */
export type AddedDocument = Addition & {
  id: string;
  /** The document as JSON, a line of a corpus. */
  json: string;
  fingerprint: string;
  /** Where it stands in the file. */
  line: number | null;
  place: string | null;
  position: Position;
};

/** Where a document stands among those of its server: in the addition of a version, from 0. */
type Position = { version: number; index: number };

/** An addition as a whole. */
export type AdditionSummary = Addition & {
  version: number;
  /** How many documents it brought that are there, and the first of them. */
  total: number;
  first: readonly Document[];
};

/** Documents that people have added to their servers. */
export type Additions = {
  /**
   * Adds all documents that the server doesn't have yet, or nothing. Of what several add at the same
   * time, no more is taken than the server may have.
   * @throws whatever the store throws; then nothing was added, unless `mayHaveRun` says otherwise
   */
  add(addition: NewAddition): Promise<Added>;
  /**
   * The last addition that somebody made in a server since a moment, and that wasn't undone.
   * @returns undefined if there is none
   */
  latest(guild: string, by: string, since: Date): Promise<AdditionSummary | undefined>;
  /**
   * Takes that back.
   * @param version if only the addition of this version is meant
   * @returns undefined if there is none, or another
   */
  undo(
    guild: string,
    by: string,
    since: Date,
    at: Date,
    version?: number,
  ): Promise<AdditionSummary | undefined>;
  /** Grows by 1 with each addition to a server, and each that is undone; 0 before the first. */
  version(guild: string): Promise<number>;
  /** How many documents a server has. */
  count(guild: string): Promise<number>;
  /** How many files were imported into a server since a moment, those included that were undone. */
  importsSince(guild: string, moment: Date): Promise<number>;
  /** Who added these documents of a server, and when, by their ids. */
  find(guild: string, ids: readonly string[]): Promise<ReadonlyMap<string, Addition>>;
  /**
   * Documents of a server in the order in which they were added. `afterVersion(n)` begins with what
   * was added after that version.
   * @param after the position of the last one before them
   */
  documents(
    guild: string,
    after: Position | undefined,
    limit: number,
  ): Promise<readonly AddedDocument[]>;
  /** Drops for good that something was added and undone before a moment. */
  forgetUndoneBefore(moment: Date): Promise<void>;
};

/** Before everything that was added after a version. */
export const afterVersion = (version: number): Position => ({ version: version + 1, index: -1 });

type AdditionRow = Pick<Schema['additions'], 'kind' | 'file' | 'added_by' | 'added_at'>;

export const toAddition = ({ kind, file, added_by, added_at }: AdditionRow): Addition => ({
  kind,
  file,
  by: added_by,
  at: new Date(added_at),
});
