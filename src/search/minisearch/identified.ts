import { mayBeReference, soleLink } from '../../data/addresses/links.ts';
import { addressNumber } from '../index/address-number.ts';
import { doiReferences } from '../references/doi-references.ts';
import { mayBeReferenceAmongWords } from '../references/sought-reference.ts';
import { wholeReference } from './reference-index.ts';
import { ordinalTyped, type SearchIndex } from './search-index.ts';

/** The documents that have an address or DOI, or a page of their text that does; ascending. */
export function addressed({ columns, textState }: SearchIndex, address: string): number[] {
  const number = addressNumber(address);
  if (number === undefined) return [];
  const found = new Set<number>();
  const { addresses } = columns;
  for (let at = addresses.indexOf(number); at >= 0; at = addresses.indexOf(number, at + 1)) {
    found.add(at);
  }
  if (textState.kind === 'ready') {
    for (const ordinal of textState.texts.addressed(number)) found.add(ordinal);
  }
  for (const reference of doiReferences(address)) {
    for (const ordinal of wholeReference(columns.values.references, reference)) found.add(ordinal);
  }
  return [...found].sort((one, other) => one - other);
}

/** The documents whose id, address or whole reference a text is, in any case. */
export function identified(index: SearchIndex, typed: string): number[] {
  const link = soleLink(typed);
  const linked = link === undefined ? [] : addressed(index, link);
  if (linked.length > 0 || (link !== undefined && !mayBeReference(link))) return linked;
  const ordinal = ordinalTyped(index, typed);
  if (ordinal !== undefined) return [ordinal];
  return mayBeReferenceAmongWords(typed)
    ? wholeReference(index.columns.values.references, typed)
    : [];
}
