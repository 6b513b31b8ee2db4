import type { Document } from '../../data/corpus/document.ts';
import { lowerBound } from '../../data/lower-bound.ts';
import type { Hit } from '../hits.ts';
import { betterOf } from '../text/better-passage.ts';
import { documentSnippet } from '../text/document-snippet.ts';
import type { Finding } from './find.ts';
import type { SearchIndex } from './search-index.ts';

/**
 * Tells why documents were found: by a passage of the record where that answers as well as the text, and
 * otherwise by the better of both.
 */
export function createSnippets(
  { terms }: SearchIndex,
  { stems, inTexts }: Pick<Finding, 'stems' | 'inTexts'>,
): (document: Document, ordinal: number) => Pick<Hit, 'snippet' | 'page'> {
  const worth = new Map(stems.map((stem) => [stem, terms.idf(stem)]));
  if (!inTexts) return (document) => ({ snippet: documentSnippet(document, worth) });

  const { texts, phrases, meetsInRecord } = inTexts;
  const worthInTexts = new Map(stems.map((stem) => [stem, texts.statistics.idf(stem)]));
  const inText = (stem: string, ordinal: number) => {
    const ordinals = texts.ordinalsOf(stem);
    return ordinals[lowerBound(ordinals, ordinal)] === ordinal;
  };
  const isInRecord = (ordinal: number) =>
    stems.every((stem) => terms.holds(stem, ordinal) || !inText(stem, ordinal));

  return (document, ordinal) => {
    const ofRecord = { snippet: documentSnippet(document, worth) };
    const isMet = meetsInRecord(ordinal);
    if (isMet && isInRecord(ordinal)) return ofRecord;
    const ofText = texts.passage(ordinal, worthInTexts, phrases);
    return ofText ? betterOf(ofRecord, ofText, isMet, worthInTexts) : ofRecord;
  };
}
