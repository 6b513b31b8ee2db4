import { expect, test } from 'vitest';
import { dateInTitle } from '../../../src/data/dates/date-in-title.ts';

test.each([
  ['Minutes of Meeting of the Steering Committee, July 1, 1919, at 9 a.m.', 'July 1, 1919'],
  ['Minutes of a Meeting, Tuesday, 12th August, 1919, at 2 p.m.', '12 August 1919'],
  [
    'Record of the second conference, held on the 16th day of December, A. D. 1871.',
    '16 December 1871',
  ],
  ['Convention Between Two Powers, Signed at Ottawa, May 9, 1930', 'May 9, 1930'],
  ['Protocol of December 17, 1917, Added to the Agreement of June 9, 1917', 'December 17, 1917'],
  [
    'Convention supplementary to the convention of May 13, 1870.—Signed at Washington, February 23, 1871.',
    'February 23, 1871',
  ],
  ['Memorandum Handed to the Adviser, Circa December 18, 1934', 'circa December 18, 1934'],
  ['Ordonnance (du 20 mai 1859.)', '20 mai 1859'],
  ['Brief von Goethe an Schiller, 3. Mai 1795', '3 Mai 1795'],
  ['Ames to Bell, 1862-05-03', '1862-05-03'],
  ['Proclamation of May 3, 1862, and again of May 3, 1862', 'May 3, 1862'],
])('%s', (title, day) => expect(dateInTitle(title)).toBe(day));

test.each([
  'Mr. Seward to Mr. Judd',
  'Minutes of July 1919',
  'English translation of the penal code of February 10, 1866.',
  'Record of the tribunal under the treaty concluded at Washington the 8th of May, 1871',
  'Deposit of Ratifications of the Protocol on Nationality, Signed at The Hague, April 12, 1930',
  'Report of Progress to December 15, 1917',
  'Journey from June 18, 1919 to July 2, 1919',
  'Visit of June 18, 1919–July 2, 1919',
  'On the speech of June 4, 1872, and that of June 5, 1872',
  'Minutes, February 30, 1919',
  'Article 11 of 12 Rules 1919',
])('no day of its own: %s', (title) => expect(dateInTitle(title)).toBeNull());
