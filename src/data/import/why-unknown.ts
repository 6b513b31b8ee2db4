import type { Sample } from './format.ts';

/** Why a source of no known format, or without documents, is not read. */
export const UNKNOWN = 'holds no documents in a format that can be read here';

/** How workbooks of before 2007 begin, and protected ones of today. */
const COMPOUND = Buffer.from('D0CF11E0A1B11AE1', 'hex');

/** Why a source's format is not known, and what to do where that is clear. */
export function whyUnknown({ text, bytes }: Sample): string {
  if (bytes.length === 0 || text?.trim() === '') return 'is empty';
  if (COMPOUND.equals(bytes.subarray(0, COMPOUND.length))) {
    return 'is an Office file of the old kind, or has a password; save it as .xlsx without one';
  }
  if (text === null) {
    return 'isn’t text, nor a spreadsheet that can be read here; save it in another format and try again';
  }
  return /<rdf:RDF[^>]*zotero/.test(text)
    ? 'is Zotero RDF, which is not read; export the same from Zotero as CSL JSON, RIS, BibTeX or CSV'
    : UNKNOWN;
}
