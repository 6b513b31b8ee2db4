// Prints what every printed form is read as, for comparison between time zones.
import { anniversaryOf } from '../../../src/data/dates/anniversary.ts';
import { describeDate, describeSpan } from '../../../src/data/dates/describe.ts';
import { parseDate } from '../../../src/data/dates/parse.ts';
import { READABLE } from './printed-forms.ts';

const readings = READABLE.map(([text]) => {
  const { date } = parseDate(text);
  const anniversary = anniversaryOf(date, { month: 10, day: 16 });
  return { date, certainty: describeDate(date), span: describeSpan(date), anniversary };
});
process.stdout.write(JSON.stringify(readings));
