import { mayBeReference, soleLink } from '../../data/addresses/links.ts';
import { addressNumber } from '../index/address-number.ts';
import { doiReferences } from '../references/doi-references.ts';
import { mayBeReferenceAmongWords } from '../references/sought-reference.ts';
import { wholeReferenceNumber } from './fields/identity-fields.ts';
import { anyOf, type Clause, NOTHING, term } from './queries.ts';

/** What has an address, or a page that does. */
export const withAddress = (address: string): Clause => withAnyAddress([address]);

/** What has any of some addresses or DOIs: one clause, for OpenSearch takes no more than some 1,000 of them. */
export function withAnyAddress(addresses: readonly string[]): Clause {
  const numbers = addresses.flatMap((address) => addressNumber(address) ?? []);
  if (numbers.length === 0) return NOTHING;
  const references = addresses
    .flatMap(doiReferences)
    .flatMap((reference) => wholeReferenceNumber(reference) ?? []);
  return anyOf([
    { terms: { address: numbers } },
    { terms: { page_addresses: numbers } },
    ...(references.length > 0 ? [{ terms: { whole_references: references } }] : []),
  ]);
}

/** What has a reference of just these words and numbers. */
export function withWholeReference(reference: string): Clause {
  const number = wholeReferenceNumber(reference);
  return number === undefined ? NOTHING : term('whole_references', number);
}

/** What a text may be the id, the address or a whole reference of. */
export function identifiedAs(typed: string): Clause[] {
  const link = soleLink(typed);
  if (link !== undefined && !mayBeReference(link)) return [withAddress(link)];
  const id = typed.trim().toLowerCase();
  return [
    ...(link === undefined ? [] : [withAddress(link)]),
    ...(isId(id) ? [term('id', id)] : []),
    ...(mayBeReferenceAmongWords(typed) ? [withWholeReference(typed)] : []),
  ];
}

/** Only what looks like an id is looked up as one. */
export const isId = (text: string): boolean => /^[a-z0-9-]{1,80}$/.test(text);
