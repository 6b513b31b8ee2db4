import { describe, expect, test } from 'vitest';
import { describeDate, formatDate, formatDateLabel } from '../../../src/data/dates/describe.ts';
import { readEncoded } from '../../../src/data/dates/encoded.ts';

/**
 * The examples of the specification (Library of Congress, 4 February 2019), and every code of its
 * divisions of a year: the first and the last day, "…" where it is open, what kind of date it is, its
 * marks, and how a list shows it. Seasons reach over the months given in `edtf-span.ts`, which the
 * specification leaves to whoever uses it.
 * @see https://www.loc.gov/standards/datetime/
 */
const EXAMPLES: Readonly<Record<string, string>> = {
  'Level 0: dates': `
1985-04-12 | 1985-04-12 | 1985-04-12 | day | 1985-04-12
1985-04 | 1985-04-01 | 1985-04-30 | month | April 1985
1985 | 1985-01-01 | 1985-12-31 | year | 1985
1985-04-12T23:20:30 | 1985-04-12 | 1985-04-12 | day | 1985-04-12
1985-04-12T23:20:30Z | 1985-04-12 | 1985-04-12 | day | 1985-04-12
1985-04-12T23:20:30-04 | 1985-04-12 | 1985-04-12 | day | 1985-04-12
1985-04-12T23:20:30+04:30 | 1985-04-12 | 1985-04-12 | day | 1985-04-12`,
  'Level 0: intervals': `
1964/2008 | 1964-01-01 | 2008-12-31 | interval | 1964–2008
2004-06/2006-08 | 2004-06-01 | 2006-08-31 | interval | June 2004 to August 2006
2004-02-01/2005-02-08 | 2004-02-01 | 2005-02-08 | interval | 1 February 2004 to 8 February 2005
2004-02-01/2005-02 | 2004-02-01 | 2005-02-28 | interval | 1 February 2004 to February 2005
2004-02-01/2005 | 2004-02-01 | 2005-12-31 | interval | 1 February 2004 to 2005
2005/2006-02 | 2005-01-01 | 2006-02-28 | interval | 2005 to February 2006`,
  'Level 1: years': `
Y170000002 | +170000002-01-01 | +170000002-12-31 | year | 170,000,002
Y-170000002 | -170000002-01-01 | -170000002-12-31 | year | 170,000,003 BCE
-1985 | -001985-01-01 | -001985-12-31 | year | 1986 BCE`,
  'Level 1: seasons': `
2001-21 | 2001-03-01 | 2001-05-31 | season | Spring 2001
2001-22 | 2001-06-01 | 2001-08-31 | season | Summer 2001
2001-23 | 2001-09-01 | 2001-11-30 | season | Autumn 2001
2001-24 | 2000-12-01 | 2002-02-28 | season | Winter 2001`,
  'Level 1: qualification': `
1984? | 1984-01-01 | 1984-12-31 | year? | 1984?
2004-06~ | 2004-06-01 | 2004-06-30 | month~ | ca. June 2004
2004-06-11% | 2004-06-11 | 2004-06-11 | day~? | ca. 11 June 2004?`,
  'Level 1: unspecified digits': `
201X | 2010-01-01 | 2019-12-31 | decade | 2010s
20XX | 2000-01-01 | 2099-12-31 | century | 2000–2099
2004-XX | 2004-01-01 | 2004-12-31 | year | 2004
1985-04-XX | 1985-04-01 | 1985-04-30 | month | April 1985
1985-XX-XX | 1985-01-01 | 1985-12-31 | year | 1985`,
  'Level 1: open and unknown ends': `
1985-04-12/.. | 1985-04-12 | … | interval | from 12 April 1985
1985-04/.. | 1985-04-01 | … | interval | from April 1985
1985/.. | 1985-01-01 | … | interval | from 1985
../1985-04-12 | … | 1985-04-12 | interval | until 12 April 1985
../1985-04 | … | 1985-04-30 | interval | until April 1985
../1985 | … | 1985-12-31 | interval | until 1985
1985-04-12/ | 1985-04-12 | … | interval | from 12 April 1985, end unknown
1985-04/ | 1985-04-01 | … | interval | from April 1985, end unknown
1985/ | 1985-01-01 | … | interval | from 1985, end unknown
/1985-04-12 | … | 1985-04-12 | interval | until 12 April 1985, beginning unknown
/1985-04 | … | 1985-04-30 | interval | until April 1985, beginning unknown
/1985 | … | 1985-12-31 | interval | until 1985, beginning unknown`,
  'Level 1: qualified intervals': `
1984~/2004-06 | 1984-01-01 | 2004-06-30 | interval~ | ca. 1984 to June 2004
1984/2004-06~ | 1984-01-01 | 2004-06-30 | interval~ | 1984 to ca. June 2004
1984~/2004~ | 1984-01-01 | 2004-12-31 | interval~ | ca. 1984–ca. 2004
1984?/2004% | 1984-01-01 | 2004-12-31 | interval~? | 1984?–ca. 2004?`,
  'Level 2: years': `
Y-17E7 | -170000000-01-01 | -170000000-12-31 | year | 170,000,001 BCE
1950S2 | 1900-01-01 | 1999-12-31 | century~ | ca. 1950, between 1900 and 1999
Y171010000S3 | +171000000-01-01 | +171999999-12-31 | interval~ | ca. 171,010,000, between 171,000,000 and 171,999,999
Y3388E2S3 | +338000-01-01 | +338999-12-31 | interval~ | ca. 338,800, between 338,000 and 338,999`,
  'Level 2: divisions of a year': `
2001-25 | 2001-03-01 | 2001-05-31 | season | Spring 2001, northern hemisphere
2001-26 | 2001-06-01 | 2001-08-31 | season | Summer 2001, northern hemisphere
2001-27 | 2001-09-01 | 2001-11-30 | season | Autumn 2001, northern hemisphere
2001-28 | 2000-12-01 | 2002-02-28 | season | Winter 2001, northern hemisphere
2001-29 | 2001-09-01 | 2001-11-30 | season | Spring 2001, southern hemisphere
2001-30 | 2000-12-01 | 2002-02-28 | season | Summer 2001, southern hemisphere
2001-31 | 2001-03-01 | 2001-05-31 | season | Autumn 2001, southern hemisphere
2001-32 | 2001-06-01 | 2001-08-31 | season | Winter 2001, southern hemisphere
2001-33 | 2001-01-01 | 2001-03-31 | season | first quarter of 2001
2001-34 | 2001-04-01 | 2001-06-30 | season | second quarter of 2001
2001-35 | 2001-07-01 | 2001-09-30 | season | third quarter of 2001
2001-36 | 2001-10-01 | 2001-12-31 | season | fourth quarter of 2001
2001-37 | 2001-01-01 | 2001-04-30 | season | first third of 2001
2001-38 | 2001-05-01 | 2001-08-31 | season | second third of 2001
2001-39 | 2001-09-01 | 2001-12-31 | season | last third of 2001
2001-40 | 2001-01-01 | 2001-06-30 | season | first half of 2001
2001-41 | 2001-07-01 | 2001-12-31 | season | second half of 2001`,
  'Level 2: sets': `
[1667,1668,1670..1672] | 1667-01-01 | 1672-12-31 | set? | 1667, 1668 or 1670–1672
[..1760-12-03] | … | 1760-12-03 | set? | 3 December 1760 or earlier
[1760-12..] | 1760-12-01 | … | set? | December 1760 or later
[1760-01,1760-02,1760-12..] | 1760-01-01 | … | set? | January 1760, February 1760 or December 1760 or later
[1667,1760-12] | 1667-01-01 | 1760-12-31 | set? | 1667 or December 1760
[..1984] | … | 1984-12-31 | set? | 1984 or earlier
{1667,1668,1670..1672} | 1667-01-01 | 1672-12-31 | set | 1667, 1668 and 1670–1672
{1960,1961-12} | 1960-01-01 | 1961-12-31 | set | 1960 and December 1961
{..1984} | … | 1984-12-31 | set | 1984 and earlier`,
  'Level 2: qualification': `
2004-06-11% | 2004-06-11 | 2004-06-11 | day~? | ca. 11 June 2004?
2004-06~-11 | 2004-06-11 | 2004-06-11 | day~ | ca. 11 June 2004
2004?-06-11 | 2004-06-11 | 2004-06-11 | day? | 11 June 2004?
?2004-06-~11 | 2004-06-11 | 2004-06-11 | day~? | ca. 11 June 2004?
2004-%06-11 | 2004-06-11 | 2004-06-11 | day~? | ca. 11 June 2004?`,
  'Level 2: unspecified digits': `
156X-12-25 | 1560-12-25 | 1569-12-25 | interval | 25 December of a year in the 1560s
15XX-12-25 | 1500-12-25 | 1599-12-25 | interval | 25 December of a year in 1500–1599
1XXX-XX | 1000-01-01 | 1999-12-31 | interval | 1000–1999
1XXX-12 | 1000-12-01 | 1999-12-31 | interval | December of a year in 1000–1999
1984-1X | 1984-10-01 | 1984-12-31 | interval | October to December 1984
1560-XX-25 | 1560-01-25 | 1560-12-25 | interval | day 25 of a month in 1560`,
  'Level 2: intervals': `
2004-06-~01/2004-06-~20 | 2004-06-01 | 2004-06-20 | interval~ | ca. 1 June 2004 to ca. 20 June 2004
2004-06-XX/2004-07-03 | 2004-06-01 | 2004-07-03 | interval | June 2004 to 3 July 2004`,
};

/** A December of any year whatever has no first day and no last one, so it can't be placed. */
const NOT_READ = ['XXXX-12-XX'];

describe.each(Object.entries(EXAMPLES))('%s', (_, table) => {
  const rows = table.trim().split('\n');
  test.each(rows.map((row) => row.split(' | ')))('%s', (edtf, start, end, kind, shown) => {
    const date = readEncoded(edtf ?? '');
    const marks = `${date?.approximate ? '~' : ''}${date?.uncertain ? '?' : ''}`;
    const read = [date?.start ?? '…', date?.end ?? '…', `${date?.precision}${marks}`];
    expect(read).toEqual([start, end, kind]);
    expect(date && formatDate(date)).toBe(shown);
    // Words are shown wherever a reader meets the date.
    for (const words of date ? [describeDate(date), formatDateLabel(date)] : []) {
      expect(words).not.toMatch(/[~%X[\]{}/]|\.\.|^\d{4}-\d\d$|\d[SE]\d/);
    }
  });
});

test.each(NOT_READ)('%s is not read', (edtf) => expect(readEncoded(edtf)).toBeNull());

describe('relatives of the examples', () => {
  test.each([
    ['-1950S2', '-001999-01-01', '-001900-12-31', 'ca. 1951 BCE, between 2000 BCE and 1901 BCE'],
    ['1390S3', '1390-01-01', '1399-12-31', 'ca. 1390, between 1390 and 1399'],
    ['1950S4', '1950-01-01', '1950-12-31', '1950'],
    [
      'Y17101E4S3',
      '+171000000-01-01',
      '+171999999-12-31',
      'ca. 171,010,000, between 171,000,000 and 171,999,999',
    ],
    ['Y19500', '+019500-01-01', '+019500-12-31', '19,500'],
    ['2004-06-1X', '2004-06-10', '2004-06-19', '10 to 19 June 2004'],
    ['156X-12-XX', '1560-12-01', '1569-12-31', 'December of a year in the 1560s'],
    ['{1960..1961,1970..}', '1960-01-01', null, '1960–1961 and 1970 and later'],
    ['-0044-03-15', '-000044-03-15', '-000044-03-15', '15 March 45 BCE'],
  ])('%s', (edtf, start, end, shown) => {
    const date = readEncoded(edtf);
    expect([date?.start, date?.end]).toEqual([start, end]);
    expect(date && formatDate(date)).toBe(shown);
  });

  test.each(['Y17E99', 'XXXX', 'XXXX-12-25', '2001-42', '2001-20', '../..', '/'])(
    '%s is not read',
    (edtf) => expect(readEncoded(edtf)).toBeNull(),
  );
});
