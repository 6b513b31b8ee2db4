import { count, countDocuments } from '../../cards/count.ts';
import { UserError } from '../../errors.ts';
import type { Services } from '../../interactions/command.ts';
import { MOST_ADDED, MOST_IMPORTED } from '../../store/tables/addition.ts';

/** Of a file, in bytes. */
export const LARGEST_FILE = 25 * 1024 * 1024;

/** @throws UserError if a server has imported as many files as it may in an hour */
export async function requireImport(guild: string, { store, now }: Services): Promise<void> {
  const since = new Date(now().getTime() - MOST_IMPORTED.withinMs);
  if ((await store.additions.importsSince(guild, since)) >= MOST_IMPORTED.files) throw tooOften();
}

/** What is said where a server has imported as many files as it may. */
const tooOften = (): UserError =>
  new UserError(
    `This server has imported ${MOST_IMPORTED.files} files within an hour, which is the most it may. Try again later; nothing was added.`,
  );

/** What is said where a server would have more documents than it may. */
export const tooMany = (held: number, fresh: number): UserError =>
  new UserError(
    `A server can have ${countDocuments(MOST_ADDED)} of its own. This one has ${count(held)}, so ${count(fresh)} more don’t fit. Nothing was added. A larger collection belongs into the corpus; whoever runs the bot can import it.`,
  );

/** What is said where an addition wasn't taken. */
export const refusedAddition = (
  refusal: { kind: 'too often' } | { kind: 'too many'; held: number; fresh: number },
): UserError => (refusal.kind === 'too often' ? tooOften() : tooMany(refusal.held, refusal.fresh));
