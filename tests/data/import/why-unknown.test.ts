import { expect, test } from 'vitest';
import { sourceOf } from '../../../src/data/import/source-file.ts';
import { whyUnknown } from '../../../src/data/import/why-unknown.ts';

test.each([
  ['', /^is empty$/],
  [' \n', /^is empty$/],
  [Buffer.from('D0CF11E0A1B11AE1000102', 'hex'), /save it as \.xlsx/],
  [Buffer.from([0, 1, 2, 255, 254]), /^isn’t text/],
  ['<rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#">', /from Zotero as CSL JSON/],
  ['A letter to my aunt.', /in a format that can be read here/],
])('%s', async (content, reason) => {
  const { sample } = await sourceOf('x', content);
  expect(whyUnknown(sample)).toMatch(reason);
});
