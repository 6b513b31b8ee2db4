import type { Document } from '../../../data/corpus/document.ts';
import type { Page } from '../../../data/texts/page.ts';
import { addressNumber } from '../../index/address-number.ts';
import { contentHash } from '../../index/content-hash.ts';
import { collectionTokens, keptReferences } from '../../references/document-references.ts';
import { keptTokens } from '../../references/reference-tokens.ts';
import { asTokens } from '../tokens.ts';

/** A whole reference in any spelling, as a number; undefined for one without a letter or digit. */
export function wholeReferenceNumber(reference: string): number | undefined {
  const tokens = keptTokens(reference);
  return tokens.length > 0 ? numberOf(tokens) : undefined;
}

const numberOf = (tokens: readonly string[]): number => contentHash(tokens.join(' '));

/** What a document is found by that names it: its address and its references. */
export function identityFields(document: Document): Record<string, unknown> {
  const references = keptReferences(document);
  const collection = collectionTokens(document);
  return {
    address: document.url ? addressNumber(document.url) : undefined,
    references: references.map((tokens) => asTokens([...collection, ...tokens])),
    whole_references: references.map(numberOf),
  };
}

/** Where the pages of a text can be read. */
export const pageAddresses = (pages: readonly Page[]): number[] => [
  ...new Set(pages.flatMap(({ url }) => (url && addressNumber(url)) || [])),
];
