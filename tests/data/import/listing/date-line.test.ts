import { expect, test } from 'vitest';
import { isDateLine } from '../../../../src/data/import/listing/date-line.ts';

test.each(['October 16, 1962', 'undated', 'Unknown date', 'May 1, 1950 (approximate)'])(
  '“%s” is a date',
  (line) => {
    expect(isDateLine(line)).toBe(true);
  },
);

test.each(['TBD', 'Not available', 'Illegible', 'none', 'The Year 1962', 'Berlin, May 1, 1950'])(
  '“%s” is no date: it would begin a document',
  (line) => {
    expect(isDateLine(line)).toBe(false);
  },
);
