import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { unreadable } from '../../data/corpus/problem.ts';
import { UserError } from '../../errors.ts';

/** A person or place with all that it is called, the first name the usual one. */
export type Name = readonly string[];

/** Leaders of the last two centuries, and places renamed. */
const AUTHORITY = join(import.meta.dirname, 'authority.csv');

/**
 * The names that come with the bot, a team's own before them.
 * @param own path of the team's file
 * @throws UserError where it can't be read
 */
export const loadNames = (own?: string): Name[] => [
  ...(own ? readNames(own) : []),
  ...readNames(AUTHORITY),
];

/**
 * Reads a file of names: on each line a name, a comma, and its variants divided by semicolons. A
 * line without a comma has the name before its first semicolon.
 * @throws UserError where the file can't be read, with the line
 */
function readNames(path: string): Name[] {
  try {
    const text = readFileSync(path, 'utf8');
    const rows: string[][] = parse(text, { bom: true, relax_column_count: true, trim: true });
    return rows
      .filter(([name]) => name?.toLowerCase() !== 'name')
      .map((row) => row.flatMap((cell) => cell.split(';')).map((one) => one.trim()))
      .map((names) => names.filter(Boolean))
      .filter((names) => names.length > 1);
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const reason = code?.startsWith('CSV_') ? message : unreadable(error);
    throw new UserError(`The names in ${path} can’t be read: ${reason}.`);
  }
}
