import type { z } from 'zod';
import { dayOf, numbersOf } from '../dates/calendar.ts';
import { compareDays } from '../dates/compare.ts';
import type { HistoricalDate } from '../dates/historical-date.ts';
import { Document } from './document.ts';
import { parseWellFormed } from './well-formed.ts';

/** What is wrong with a field; the field is left out where it is about the line as a whole. */
type FieldProblem = { field?: string; reason: string };

/** One line of a corpus, as a document or as everything that is wrong with it. */
export function checkDocument(
  text: string,
): { document: Document } | { problems: readonly FieldProblem[] } {
  const json = parseJson(text);
  if ('reason' in json) return { problems: [json] };
  const read = Document.safeParse(json.value, { error: explain });
  if (!read.success) return { problems: fieldProblems(read.error.issues) };
  const problems = dateProblems(read.data.date);
  return problems.length > 0 ? { problems } : { document: read.data };
}

function parseJson(text: string): { value: unknown } | { reason: string } {
  try {
    return { value: parseWellFormed(text) };
  } catch (error) {
    return { reason: `is not JSON (${(error as Error).message})` };
  }
}

/** zod's issues as one problem per field, as `date.start` or `people.0`. */
export const fieldProblems = (issues: readonly z.core.$ZodIssue[]): FieldProblem[] =>
  issues.flatMap((issue) => {
    const at = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        field: [...at, key].join('.'),
        reason: 'isn’t a known field',
      }));
    }
    const field = at.join('.');
    return [field ? { field, reason: issue.message } : { reason: issue.message }];
  });

/** Words for what zod would only call invalid. */
export function explain({ code, input }: z.core.$ZodRawIssue): string | undefined {
  if (input === undefined) return 'is missing';
  if (code === 'invalid_union') return 'must be a list of texts, or null';
  return undefined;
}

/** Days that are none, and a first day after the last. */
function dateProblems({ start, end }: HistoricalDate): FieldProblem[] {
  const noDay = Object.entries({ start, end })
    .filter(([, day]) => day !== null && dayOf(numbersOf(day)) === null)
    .map(([name, day]) => ({
      field: `date.${name}`,
      reason: `${day} isn’t a day of the calendar`,
    }));
  if (noDay.length > 0 || !start || !end || compareDays(start, end) <= 0) return noDay;
  return [{ field: 'date.start', reason: `${start} is after date.end, ${end}` }];
}
