import type { Document } from '../../corpus/document.ts';
import type { Series } from '../../corpus/series.ts';
import type { AccessDay } from '../csl-item.ts';

/** A document on its way to another program. */
export type Exported = {
  document: Document;
  /** A person's note on it. */
  annotation?: string | undefined;
  /** By which Discord user the annotation was written, and when; undefined if that isn't known. */
  annotated?: { by: string; at: Date } | undefined;
  /** By which Discord user it was added to the list, and when. */
  added?: { by: string; at: Date };
};

/** What a file needs besides the documents. */
type Writing = {
  /** The day on which links were looked at. */
  accessed: AccessDay;
  /** What the documents are together. */
  title: string;
  /** The editions that collections are from, by the collections' names. */
  series: ReadonlyMap<string, Series>;
};

/** Without the control characters that would end a file, or a reader's patience; lines and tabs stay. */
export const withoutControls = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '');

/** `Note by Discord user 80351110224678912, 2026-11-24`; undefined if that isn't known. */
export const annotatedBy = ({ annotation, annotated }: Exported): string | undefined =>
  annotation && annotated
    ? `Note by Discord user ${annotated.by}, ${annotated.at.toISOString().slice(0, 10)}`
    : undefined;

/** A format: documents as the text of a file. */
export type Exporter = (
  exported: readonly Exported[],
  writing: Writing,
) => string | Promise<string>;
