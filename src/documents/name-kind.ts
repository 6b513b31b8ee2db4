import { mayBeReference, soleLink } from '../data/addresses/links.ts';
import type { Document } from '../data/corpus/document.ts';

/** What documents are named by, beside an id. */
export type NameKind = 'title' | 'address' | 'reference';

const REFERENCE = /^ref:\s*["“„«]?(.+?)["“”»]?$/isu;

/** What a text is to be: an address, a reference where it says so by `ref:`, or a title. */
export function readName(typed: string): { kind: NameKind; name: string } {
  const link = soleLink(typed);
  if (link !== undefined && !mayBeReference(link)) return { kind: 'address', name: link };
  const [, reference] = REFERENCE.exec(typed.trim()) ?? [];
  return reference === undefined
    ? { kind: 'title', name: typed }
    : { kind: 'reference', name: reference };
}

/** What documents were found by. */
export function foundBy(typed: string, documents: readonly Document[]): NameKind {
  const { kind } = readName(typed);
  const title = typed.trim().toLowerCase();
  const areCalled = documents.every((document) => document.title.toLowerCase() === title);
  return areCalled ? 'title' : kind === 'title' ? 'reference' : kind;
}
