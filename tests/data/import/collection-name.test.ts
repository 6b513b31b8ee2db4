import { expect, test } from 'vitest';
import { collectionName } from '../../../src/data/import/collection-name.ts';

test.each([
  ['sino-soviet-31-40-of-71.txt', 'Sino-Soviet'],
  ['pages/sino-soviet 31-40 of 1,071.txt', 'Sino-Soviet'],
  ['cuban_missile-crisis_1_10_of_40.text', 'Cuban Missile Crisis'],
  ['cuban-missile-crisis-page-2.txt', 'Cuban Missile Crisis'],
  ['01_berlin.txt', 'Berlin'],
  ['berlin-2.txt', 'Berlin'],
  ['berlin (3).txt', 'Berlin'],
  ['berlin-1961.txt', 'Berlin-1961'],
  ['NATO papers', 'NATO Papers'],
  ['berlin wall/page-1.txt', 'Berlin Wall'],
  ['berlin/11-20-of-40.txt', 'Berlin'],
])('a collection is named after its file: %s', (file, name) => {
  expect(collectionName(file)).toBe(name);
});
