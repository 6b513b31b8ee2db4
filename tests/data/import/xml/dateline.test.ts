import { expect, test } from 'vitest';
import { placeIn, receivedIn, writtenAt } from '../../../../src/data/import/xml/dateline.ts';

test.each([
  [
    'Montevideo, January 10, 1930 [Received 4:08 p.m.]',
    'January 10, 1930',
    'Montevideo',
    'Montevideo',
  ],
  [
    'Legation of the United States, Managua, Nicaragua, May 3, 1894',
    'May 3, 1894',
    'Legation of the United States, Managua, Nicaragua',
    'Managua, Nicaragua',
  ],
  [
    'Legation of the United States Buenos Ayres, May 3, 1882',
    'May 3, 1882',
    'Legation of the United States Buenos Ayres',
    'Buenos Ayres',
  ],
  ['[Washington,] May 3, 1930', 'May 3, 1930', 'Washington', 'Washington'],
  ['Washington, D. C., May 3, 1930', 'May 3, 1930', 'Washington, D. C.', 'Washington, D. C.'],
  ['Department of State, May 3, 1930', 'May 3, 1930', 'Department of State', null],
  ['May 3, 1930', 'May 3, 1930', null, null],
])('%s', (dateline, date, written, place) => {
  expect(writtenAt(dateline, date)).toBe(written);
  expect(placeIn(written ?? '')).toBe(place);
});

test.each([
  ['Buenos Aires, March 13, 1934.[Received March 22.]', 'March 22'],
  ['Caracas, June 1, 1884. (Received June 10.)', 'June 10'],
  ['Paris, [Received December 27, 2.23 a.m.]', 'December 27, 2.23 a.m'],
  ['Paris, June 1, 1884', null],
])('when it was received: %s', (dateline, received) => {
  expect(receivedIn(dateline)).toBe(received);
});
