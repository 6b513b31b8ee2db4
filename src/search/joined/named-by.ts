import { soleLink } from '../../data/addresses/links.ts';
import type { Archive } from '../archive.ts';
import { referenceAsked } from '../query/reference-asked.ts';
import { hasWholeReference } from '../references/document-references.ts';

/** By what a text may name documents, in the order in which an archive tries it. */
const BY = { address: 0, title: 1, reference: 2, partOfReference: 3 };

/** By what a text names the documents that an archive has for it, the first of what is tried as 0. */
export async function namedBy(typed: string, archive: Pick<Archive, 'named'>): Promise<number> {
  const { documents } = await archive.named(typed, { offset: 0, limit: 1 });
  const [document] = documents;
  if (!document || referenceAsked(typed) !== undefined) return BY.partOfReference;
  if (document.title.toLowerCase() === typed.trim().toLowerCase()) return BY.title;
  if (hasWholeReference(document, typed)) return BY.reference;
  return soleLink(typed) === undefined ? BY.partOfReference : BY.address;
}
