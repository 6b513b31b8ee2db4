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
import { countDocuments } from '../../wording/count.ts';
import { requireEditor } from './who-may.ts';

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
  if (!last) throw new UserError('You have added nothing here within a day that could be undone.');
  if (last.total === 1) return takeBack(last.version, false, services, invoker);
  const words = `${describe(last)} would go:\n${entries(last)}`;
  return {
    embeds: [notice('Take this back?', words)],
    components: [
      buttonRow(
        button(
          `Take back ${countDocuments(last.total)}`,
          customId('archive', 'undo', last.version),
          {
            danger: true,
          },
        ),
        button('Keep', customId('archive', 'leave')),
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
  if (!gone)
    throw new UserError('This isn’t your last addition any more. Run /archive undo again.');
  const words = `${describe(gone)} ${gone.total === 1 ? 'is' : 'are'} no longer in this server’s archive:\n${entries(gone)}`;
  return { embeds: [notice('Taken back', words)], private: true, inPlace };
}

/** `212 documents of *letters.csv*`, or one that was typed. */
const describe = ({ total, file }: AdditionSummary): string =>
  `${countDocuments(total)}${file ? ` of *${escapeMarkdown(clip(file, 100))}*` : ''}`;

function entries({ first, total }: AdditionSummary): string {
  const named = first
    .slice(0, NAMED)
    .map((document, index) => formatEntry({ document }, index + 1, LONGEST_ENTRY));
  const rest = total - named.length;
  return [...named, ...(rest > 0 ? [`and ${countDocuments(rest)} more`] : [])].join('\n');
}

const aDayAgo = ({ now }: Services): Date => new Date(now().getTime() - DAY_MS);
