import { readDoi } from '../../data/addresses/doi.ts';

/** How a record may write a DOI among its identifiers. */
const WRITTEN = ['', 'doi:', 'https://doi.org/', 'https://dx.doi.org/', 'doi.org/'];

/** The references that a document of this address may have, if the address is a DOI's. */
export function doiReferences(address: string): string[] {
  const doi = readDoi(address);
  return doi === undefined ? [] : WRITTEN.map((before) => `${before}${doi}`);
}
