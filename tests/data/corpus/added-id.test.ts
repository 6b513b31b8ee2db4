import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addedId } from '../../../src/data/corpus/added-id.ts';
import { DocumentId } from '../../../src/data/corpus/document.ts';

test('says the title’s first words, and is another’s in another server', () => {
  const letter = { id: '1962-letter-3fa91c', title: 'Letter to Premier Zhou' };
  const id = addedId('1', letter);
  expect(id).toMatch(/^added-letter-to-premier-zhou-[0-9a-f]{12}$/);
  expect(addedId('2', letter)).not.toBe(id);
  expect(addedId('1', { ...letter, id: '1962-letter-000000' })).not.toBe(id);
  expect(addedId('1', { title: 'Corrected', id })).toBe(id);
});

test('is an id, whatever the title says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
      const id = addedId('1', { id: 'a', title });
      expect(DocumentId.safeParse(id).success, id).toBe(true);
    }),
  );
});
