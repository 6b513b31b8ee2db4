import { expect, test } from 'vitest';
import { readCoverage } from '../../src/assistants/coverage.ts';
import type { Coverage } from '../../src/data/corpus/coverage.ts';
import { archiveOf } from '../support/archives.ts';
import { documents } from './fixtures.ts';

const haiti: Coverage = { collection: 'Haiti', listed: 1000, held: 2, missing: [[1, 998]] };
const cuba: Coverage = { collection: 'Cuba', listed: 309_000, held: 4, missing: [[1, 308_996]] };

test.each([
  [
    'every collection has a listing',
    [haiti, cuba],
    '6 of some 310,000 documents are loaded, as the collections’ own listings count them.',
  ],
  [
    'some have',
    [haiti],
    '6 of at least 1,004 documents are loaded. 1 of 2 collections has a listing: 2 of the 1,000 documents in it are loaded. How many more the others have is not known.',
  ],
  ['none has', [], '6 documents are loaded. How many more there are elsewhere is not known.'],
])('if %s, as much is told of what is missing', async (_, coverage, said) => {
  const { note } = await readCoverage(archiveOf(documents, { coverage }));
  expect(note).toBe(
    `${said} None of them has a text here, only a record. Nothing found is no evidence of absence.`,
  );
});
