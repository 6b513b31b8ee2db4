import { button, buttonRow } from '../../cards/components.ts';
import { formatEntry } from '../../cards/entry.ts';
import { escapeMarkdown } from '../../cards/escape.ts';
import { clip } from '../../cards/limits.ts';
import { notice } from '../../cards/notice.ts';
import { customId } from '../../cards/routes.ts';
import { UserError } from '../../errors.ts';
import type {
  ComponentInteraction,
  Invoker,
  Options,
  Reply,
  Services,
} from '../../interactions/command.ts';
import type { AdditionSummary } from '../../store/tables/addition.ts';
import { additionWords } from '../../wording/additions.ts';
import { requireEditor } from './who-may.ts';

const words = additionWords.undo;

const DAY_MS = 24 * 60 * 60 * 1000;
/** No more documents of an addition are named. */
const NAMED = 5;
const LONGEST_ENTRY = 600;

/** `/archive undo`: takes one's last addition back; of several documents, asks first. */
export async function undoAddition(
  _options: Options,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const { guildId, userId } = await requireEditor(invoker, services);
  const last = await services.store.additions.latest(guildId, userId, aDayAgo(services));
  if (!last) throw new UserError(words.nothing);
  if (last.total === 1) return takeBack(last.version, false, services, invoker);
  return {
    embeds: [notice(words.title, words.text(last.total, fileOf(last), entries(last)))],
    components: [
      buttonRow(
        button(words.yes(last.total), customId('archive', 'undo', last.version), {
          danger: true,
        }),
        button(words.no, customId('archive', 'leave')),
      ),
    ],
    private: true,
  };
}

/** The button that takes back. */
export const onUndo = (
  { args: [version] }: ComponentInteraction,
  services: Services,
  invoker: Invoker,
): Promise<Reply> => takeBack(Number(version), true, services, invoker);

async function takeBack(
  version: number,
  inPlace: boolean,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const { guildId, userId } = await requireEditor(invoker, services);
  const { additions } = services.store;
  const gone = await additions.undo(guildId, userId, aDayAgo(services), services.now(), version);
  if (!gone) throw new UserError(words.notLast);
  const { title, text } = additionWords.undone;
  const said = notice(title, text(gone.total, fileOf(gone), entries(gone)));
  return { embeds: [said], private: true, inPlace };
}

const fileOf = ({ file }: AdditionSummary): string | undefined =>
  file ? escapeMarkdown(clip(file, 100)) : undefined;

const entries = ({ first }: AdditionSummary): string[] =>
  first
    .slice(0, NAMED)
    .map((document, index) => formatEntry({ document }, index + 1, LONGEST_ENTRY));

const aDayAgo = ({ now }: Services): Date => new Date(now().getTime() - DAY_MS);
