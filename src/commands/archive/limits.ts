import { UserError } from '../../errors.ts';
import type { Services } from '../../interactions/command.ts';
import { MOST_ADDED, MOST_IMPORTED } from '../../store/tables/addition.ts';
import { additionWords } from '../../wording/additions.ts';
import { importWords } from '../../wording/imports.ts';

/** Of a file, in bytes. */
export const LARGEST_FILE = 25 * 1024 * 1024;

/** @throws UserError if a server has imported as many files as it may in an hour */
export async function requireImport(guild: string, { store, now }: Services): Promise<void> {
  const since = new Date(now().getTime() - MOST_IMPORTED.withinMs);
  if ((await store.additions.importsSince(guild, since)) >= MOST_IMPORTED.files) throw tooOften();
}

/** What is said where a server has imported as many files as it may. */
const tooOften = (): UserError => new UserError(importWords.tooMany(MOST_IMPORTED.files));

/** What is said where a server would have more documents than it may. */
export const tooMany = (held: number, fresh: number): UserError =>
  new UserError(additionWords.tooMany(MOST_ADDED, held, fresh));

/** What is said where an addition wasn't taken. */
export const refusedAddition = (
  refusal: { kind: 'too often' } | { kind: 'too many'; held: number; fresh: number },
): UserError => (refusal.kind === 'too often' ? tooOften() : tooMany(refusal.held, refusal.fresh));
