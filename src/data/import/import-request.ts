import type { Convention } from '../dates/convention.ts';
import type { Format, MappedField } from './format.ts';

/** What to import, and where to. */
export type ImportRequest = {
  /** Files and folders; `-` is standard input. */
  paths: readonly string[];
  /** The corpus, which may hold documents already. */
  out: string;
  /** Null if the pages or their files name it. */
  collection: string | null;
  /** Null where each file's content tells it. */
  format?: Format | null;
  /** Columns or keys by the fields that they fill. */
  map?: ReadonlyMap<MappedField, string>;
  /** How texts are written down, as iconv-lite knows it; null where each tells it. */
  encoding?: string | null;
  /** The years that those of two figures are of; null where each source's whole years tell it. */
  years?: Convention['years'];
  /** Whether documents go that their source no longer has. */
  prunes?: boolean;
  /** A folder with files that are named for the documents whose texts they hold; null for none. */
  texts?: string | null;
  /** Whether documents get the texts that their sources have; true if left out. */
  withTexts?: boolean;
  /** How many records a source may have, those included that are refused; as many as there are if left out. */
  most?: number;
  /** Where temporary files go; the system's own place if left out. */
  temporary?: string;
  /** Told how many records have been read, and from which file. */
  progressed?: (records: number, file: string) => void;
};
