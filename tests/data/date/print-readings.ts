// Prints what every printed form is read as, for comparison between time zones.
import { anniversaryOf } from '../../../src/data/date/anniversary.ts';
import { describeDate, describeSpan } from '../../../src/data/date/describe.ts';
import { parseDate } from '../../../src/data/date/parse.ts';
import { READABLE } from './printed-forms.ts';

const readings = READABLE.map(([text]) => {
  const { date } = parseDate(text);
  const anniversary = anniversaryOf(date, { month: 10, day: 16 });
  return { date, certainty: describeDate(date), span: describeSpan(date), anniversary };
});
process.stdout.write(JSON.stringify(readings));
