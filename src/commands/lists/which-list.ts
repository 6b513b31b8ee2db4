import type { Choice } from '../../cards/choice.ts';
import { oneLine } from '../../cards/escape.ts';
import { clip, LIMITS } from '../../cards/limits.ts';
import { UserError } from '../../errors.ts';
import type { Invoker, Options, Services } from '../../interactions/command.ts';
import { missing } from '../../interactions/permissions.ts';
import { readChoice, text } from '../../interactions/read-options.ts';
import type { List } from '../../store/tables/lists.ts';
import { listWords } from '../../wording/lists.ts';

/** Whose lists are meant. */
export const SCOPES = ['mine', 'server'] as const;
export type Scope = (typeof SCOPES)[number];

/** How long a deleted list can be brought back. */
export const RESTORABLE_MS = 7 * 24 * 60 * 60 * 1000;

/** A list's scope as it is stored. @throws UserError for a server's outside a server */
export function scopeKey(scope: Scope, { userId, guildId }: Invoker): string {
  if (scope === 'mine') return `user:${userId}`;
  if (guildId) return `guild:${guildId}`;
  throw new UserError(listWords.notInServer);
}

/** All scopes that the invoker sees here, their own first. */
export const scopesOf = ({ userId, guildId }: Invoker): string[] => [
  `user:${userId}`,
  ...(guildId ? [`guild:${guildId}`] : []),
];

export const isOwn = ({ scope }: List): boolean => scope.startsWith('user:');

/** Whose it is, for a person to read. */
export const formatOwner = (list: List): string =>
  isOwn(list) ? listWords.owner.own : listWords.owner.server;

/**
 * The list that the options name: by the id that a choice carries, or by its name.
 * @throws UserError if there is none that the invoker sees
 */
export async function namedList(
  options: Options,
  { store }: Services,
  invoker: Invoker,
): Promise<List> {
  const typed = text(options, 'list') ?? '';
  const scope = readChoice(options, 'scope', SCOPES);
  const lists = await store.lists.of(scope ? [scopeKey(scope, invoker)] : scopesOf(invoker));
  const found =
    lists.find(({ id }) => choiceOf(id) === typed) ??
    lists.find(({ name }) => name.toLowerCase() === typed.toLowerCase());
  if (found) return found;
  const known = lists.slice(0, 5).map(({ name }) => name);
  throw new UserError(listWords.noneCalled(typed, known, lists.length > known.length));
}

/**
 * A list by the id that a button carries.
 * @throws UserError if it is gone, deleted, or somebody else's
 */
export async function requireList(
  id: string,
  { store }: Services,
  invoker: Invoker,
): Promise<List> {
  const found = await store.lists.find(Number(id));
  if (!found || found.deletedAt) throw new UserError(listWords.wasDeleted);
  if (scopesOf(invoker).includes(found.scope)) return found;
  throw new UserError(listWords.isSomebodyElses);
}

/**
 * Makes sure that the invoker may rename or delete a list.
 * A server's list isn't a channel's: what a channel allows decides nothing.
 * @throws UserError if they neither made it nor manage the server
 */
export function requireListManager(list: List, { userId, guildId, permissions }: Invoker): void {
  const isManager = guildId && missing(permissions, ['ManageGuild']).length === 0;
  if (list.createdBy === userId || isManager) return;
  throw new UserError(listWords.onlyManagers);
}

/** Lists whose name holds what is typed. */
export function listChoices(lists: readonly List[], typed: string): Choice[] {
  const wanted = typed.trim().toLowerCase();
  return lists
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .map((list) => {
      const after = ` ${listWords.choice(formatOwner(list), list.size)}`;
      const name = clip(oneLine(list.name), LIMITS.choice - after.length);
      return { name: `${name}${after}`, value: choiceOf(list.id) };
    });
}

/** The value of a choice: no name looks like it. */
const choiceOf = (id: number): string => `list:${id}`;
