import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assignFiles } from '../../../../src/data/import/texts/assign-files.ts';
import { documentNames } from '../../../../src/data/import/texts/document-names.ts';

const DOCUMENTS = [
  { id: 'frus1894-d12-3fa91c', identifier: ['frus1894Nicaragua/d12'] },
  { id: 'f-o-371-22-ab', identifier: ['F.O. 371/22', 'Shared 7'] },
  { id: 'letter', identifier: ['Письмо №3', 'Shared 7'] },
  { id: 'scanned', identifier: ['Box 3\\scan 0017.PDF', 'img_0042.jpg'] },
  { id: 'no-identifier', identifier: null },
];

const names = await documentNames(
  (async function* () {
    yield* DOCUMENTS;
  })(),
);

function assigned(...files: string[]) {
  const { files: found, refused } = assignFiles(
    '/texts',
    files.map((file) => join('/texts', file)),
    names,
  );
  return {
    files: Object.fromEntries(
      [...found].map(([id, paths]) => [id, paths.map((path) => path.replace('/texts/', ''))]),
    ),
    refused: refused.map(({ file, reason }) => `${file.replace('/texts/', '')} ${reason}`),
  };
}

describe('files of texts', () => {
  test.each([
    ['frus1894-d12-3fa91c.txt', 'frus1894-d12-3fa91c'],
    ['frus1894Nicaragua_d12.txt', 'frus1894-d12-3fa91c'],
    ['frus1894nicaragua-d12.alto.xml', 'frus1894-d12-3fa91c'],
    ['frus1894Nicaragua/d12.md', 'frus1894-d12-3fa91c'],
    ['FO_371_22.pdf', 'f-o-371-22-ab'],
    ['F.O. 371-22.pdf', 'f-o-371-22-ab'],
    ['box 3/FO 371 22.txt', 'f-o-371-22-ab'],
    ['письмо 3.txt', 'letter'],
    ['NO_IDENTIFIER.html', 'no-identifier'],
    ['scan-0017.txt', 'scanned'],
    ['Box 3/scan 0017.pdf', 'scanned'],
    ['IMG_0042.md', 'scanned'],
  ])('%s is of the document that it is named for', (file, id) => {
    expect(assigned(file)).toEqual({ files: { [id]: [file] }, refused: [] });
  });

  test.each(['FO37122.txt', 'FO_371_2.txt', 'd12.txt', 'letters.txt', '.txt'])(
    '%s is of none',
    (file) => {
      expect(assigned(file)).toEqual({
        files: {},
        refused: [`${file} is named for no document: neither its id nor one of its identifiers`],
      });
    },
  );

  test('in a folder that is named for a document are its pages, by their numbers', () => {
    const files = ['scans/FO 371-22/10.xml', 'scans/FO 371-22/9.xml'];
    expect(assigned(...files)).toEqual({
      files: { 'f-o-371-22-ab': files.toReversed() },
      refused: [],
    });
  });

  test('that could be of several documents, or of one several times, are refused', () => {
    expect(assigned('shared-7.txt').refused).toEqual([
      'shared-7.txt is named for several documents: f-o-371-22-ab, letter',
    ]);
    const reason = 'is one of several files for document letter; leave one of them';
    expect(assigned('letter.txt', 'letter.pdf', 'letter/1.txt')).toEqual({
      files: {},
      refused: ['letter.txt', 'letter.pdf', 'letter/1.txt'].map((file) => `${file} ${reason}`),
    });
  });
});
