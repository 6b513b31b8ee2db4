import { UserError } from '../../errors.ts';
import type { Services } from '../../interactions/command.ts';
import { MOST_ADDED } from '../../store/tables/addition.ts';
import { additionWords } from '../../wording/additions.ts';
import { importWords } from '../../wording/imports.ts';

/** Of a file, in bytes. */
export const LARGEST_FILE = 25 * 1024 * 1024;

const IMPORTS_AN_HOUR = 5;
const HOUR_MS = 60 * 60 * 1000;

/** @throws UserError if a server has imported as many files as it may in an hour */
export async function requireImport(guild: string, { store, now }: Services): Promise<void> {
  const since = new Date(now().getTime() - HOUR_MS);
  if ((await store.additions.importsSince(guild, since)) < IMPORTS_AN_HOUR) return;
  throw new UserError(importWords.tooMany(IMPORTS_AN_HOUR));
}

/** What is said where a server would have more documents than it may. */
export const tooMany = (held: number, fresh: number): UserError =>
  new UserError(additionWords.tooMany(MOST_ADDED, held, fresh));
