import { expect, test } from 'vitest';
import { withoutPerson } from '../../src/store/tables/without-person.ts';

const ID = '100000000000000001';

test.each([
  [`<@${ID}> and <@!${ID}>`, '@someone and @someone'],
  [`by ${ID}, not by 9${ID} or ${ID}0`, `by someone, not by 9${ID} or ${ID}0`],
  [`https://discord.com/users/${ID}`, 'https://discord.com/users/someone'],
])('%s becomes %s', (typed, left) => {
  expect(withoutPerson(typed, 'text', ID, 'a1')).toBe(left);
});

test('JSON stays JSON: whose something is becomes nobody’s, words say “someone”, ids stay ids', () => {
  const json = JSON.stringify({
    item: { addedBy: ID, note: { by: ID, text: `“${ID}”\n` } },
    query: `from:1950 ${ID}`,
    documents: [`letter-to-${ID}`],
    count: 1,
  });
  expect(JSON.parse(withoutPerson(json, 'JSON', ID, 'a1'))).toEqual({
    item: { addedBy: '', note: { by: '', text: '“someone”\n' } },
    query: 'from:1950 someone',
    documents: ['letter-to-someone-a1'],
    count: 1,
  });
});
