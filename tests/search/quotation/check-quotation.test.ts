import { expect, test } from 'vitest';
import { archiveOf } from '../../support/archives.ts';
import { aDocument, aPage } from '../../support/documents.ts';

const REPLY = 'I have the honor to report that 1,200 troops did not cross the river Yalu';

test('documents beyond those that are compared are counted, exact or near', async () => {
  const ids = Array.from({ length: 60 }, (_, index) => `many-${index}`);
  const archive = archiveOf(
    ids.map((id) => aDocument({ id })),
    { pages: ids.map((id) => aPage({ id, text: `To ${id}: ${REPLY}.` })) },
  );
  const exact = await archive.checkQuotation({ text: REPLY });
  expect(exact.found[0]?.verdict).toBe('exact');
  expect(exact.total).toBeGreaterThanOrEqual(10);
  expect(exact.total + exact.uncompared).toBe(60);
  const near = await archive.checkQuotation({ text: REPLY.replace('not ', '') });
  expect(near.found[0]?.verdict).toBe('near');
  expect(near.uncompared).toBeGreaterThan(0);
});

test('none is left uncompared where one has it', async () => {
  const archive = archiveOf([aDocument({ id: 'a' })], { pages: [aPage({ id: 'a', text: REPLY })] });
  expect(await archive.checkQuotation({ text: REPLY })).toMatchObject({ total: 1, uncompared: 0 });
});
