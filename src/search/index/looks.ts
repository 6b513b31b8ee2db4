import type { Document } from '../../data/corpus/document.ts';
import { contentHash } from './content-hash.ts';

/** So much of a description is compared, in characters. */
const COMPARED = 150;
/** What differs between the dates of two descriptions. */
const OF_DATES =
  /[\d\s.,;:()[\]–-]+|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|noon|midnight|[ap]\. ?m)\b/gi;

/**
 * What a document looks like in a list, as a number: the same for documents that have collection and
 * title in common, and a description that begins with the same words, figures and months aside.
 */
export const lookOf = ({ collection, title, description }: Document): number =>
  contentHash([collection, title, opening(description)].join('\0'));

const opening = (description: string): string =>
  description
    .slice(0, COMPARED)
    .replace(OF_DATES, '')
    .slice(0, (COMPARED * 2) / 3);
