/** A record as a source shows it; texts have no line breaks but those between paragraphs. */
export type SourceRecord = {
  /** Where it begins, counted from 1. */
  line: number;
  /** Empty where the source leaves the date blank. */
  date: string;
  title: string;
  /** Paragraphs, joined by blank lines; empty where there is none. */
  description: string;
};

/** What to tell the person about a line of a source. */
export type Remark = { line: number | null; reason: string };

/** A stretch of an archive's own listing: its places `from` to `to`, counted from 1, of `listed`. */
export type Stretch = { from: number; to: number; listed: number };

/** Records that a source holds together. */
export type SourcePage = {
  records: readonly SourceRecord[];
  /** The collection's name where the page shows it. */
  heading: string | null;
  /** Where the page lies in the archive's listing, if it says so. */
  stretch: Stretch | null;
  /** Records that can't be taken. */
  refused: readonly Remark[];
  /** What was taken, but should be looked at. */
  doubts: readonly Remark[];
};

/** One format that teams hold documents in. */
export type Importer = {
  /** Whether a text is in this format, told by what it holds. */
  recognises(text: string): boolean;
  read(text: string): readonly SourcePage[];
};
