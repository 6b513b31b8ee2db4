import { escapeMarkdown, formatTitle, oneLine } from '../../cards/escape.ts';
import { clip } from '../../cards/limits.ts';
import { notice } from '../../cards/notice.ts';
import { UserError } from '../../errors.ts';
import type { Invoker, Options, Reply, Services } from '../../interactions/command.ts';
import { readChoice, text } from '../../interactions/read-options.ts';
import type { List } from '../../store/tables/lists.ts';
import { listWords } from '../../wording/lists.ts';
import { isOwn, namedList, requireListManager, SCOPES, scopeKey } from './which-list.ts';

const MOST_LISTS = 100;
export const LONGEST_NAME = 80;

/** `/list create` */
export async function create(
  options: Options,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const scope = readChoice(options, 'scope', SCOPES) ?? 'mine';
  const list = await createNamed(text(options, 'name') ?? '', scope, services, invoker);
  return listReply(listWords.created.title, listWords.created.text(formatListName(list)), list);
}

/** @throws UserError for a name that is taken or blank, and where there are too many lists */
export async function createNamed(
  typed: string,
  scope: (typeof SCOPES)[number],
  { store, now }: Services,
  invoker: Invoker,
): Promise<List> {
  const name = readName(typed);
  const key = scopeKey(scope, invoker);
  if ((await store.lists.of([key])).length >= MOST_LISTS) {
    throw new UserError(listWords.tooMany(MOST_LISTS));
  }
  const { userId: createdBy, id: createdIn } = invoker;
  const list = await store.lists.create({ scope: key, name, createdBy, createdIn }, now());
  if (list) return list;
  throw new UserError(listWords.nameTaken(name));
}

/** `/list rename` */
export async function rename(
  options: Options,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const list = await namedList(options, services, invoker);
  requireListManager(list, invoker);
  const name = readName(text(options, 'name') ?? '');
  if (!(await services.store.lists.rename(list.id, name))) {
    throw new UserError(listWords.nameTaken(name));
  }
  const words = listWords.renamed;
  return listReply(words.title, words.text(formatListName(list), formatListName({ name })), list);
}

function readName(typed: string): string {
  const name = oneLine(typed);
  if (!name) throw new UserError(listWords.needsName);
  if (name.length > LONGEST_NAME) {
    throw new UserError(listWords.nameTooLong(LONGEST_NAME));
  }
  return name;
}

export const formatListName = ({ name }: Pick<List, 'name'>): string =>
  `**${escapeMarkdown(name)}**`;

/** A title within a sentence. */
export const formatItemTitle = ({ title }: { title: string }): string =>
  `*${escapeMarkdown(clip(formatTitle(title), 200))}*`;

/** What happened to a list: shown to everyone for a server's list, only to its owner otherwise. */
export const listReply = (title: string, words: string, list: List): Reply => ({
  embeds: [notice(title, words)],
  private: isOwn(list),
});
