import type { ListingRange } from '../format.ts';

/** A record as a listing shows it; texts have no line breaks but those between paragraphs. */
export type ListedRecord = {
  /** Where it begins, counted from 1. */
  line: number;
  /** Empty where the source leaves the date blank. */
  date: string;
  title: string;
  /** Paragraphs, joined by blank lines; empty if there is none. */
  description: string;
};

/** What to tell the person about a line of a listing. */
export type Remark = { line: number | null; reason: string };

/** A page of a listing. */
export type ListingPage = {
  records: readonly ListedRecord[];
  /** The collection's name where the page shows it. */
  heading: string | null;
  /** Where the page lies in the archive's listing, if it says so. */
  range: ListingRange | null;
  /** Records that can't be taken. */
  refused: readonly Remark[];
  /** What was taken, but should be looked at. */
  doubts: readonly Remark[];
};

/** One form of listing. */
export type ListingForm = {
  /** Whether a text is in this form, told by what it holds. */
  recognises(text: string): boolean;
  read(text: string): readonly ListingPage[];
};
