import { button, buttonRow } from '../../cards/components.ts';
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
import type { AddedDocument } from '../../store/tables/addition.ts';
import { additionWords } from '../../wording/additions.ts';
import { requireEditor } from './who-may.ts';

const words = additionWords.export;

/** What every server takes in one message, files together, in bytes; a little under Discord's 10 MiB. */
const MOST_BYTES = 9 * 1024 * 1024;
const AT_A_TIME = 500;

type Start = { after: AddedDocument['position'] | undefined; part: number };

/** `/archive export`: what was added to the server, as a corpus that the bot reads as it is. */
export const exportAdditions = (
  _options: Options,
  services: Services,
  invoker: Invoker,
): Promise<Reply> => exportFrom({ after: undefined, part: 1 }, services, invoker);

/** The button under a part that isn't the last. */
export const exportMore = (
  { args: [version, index, part] }: ComponentInteraction,
  services: Services,
  invoker: Invoker,
): Promise<Reply> => {
  const after = { version: Number(version), index: Number(index) };
  return exportFrom({ after, part: Number(part) }, services, invoker);
};

async function exportFrom(start: Start, services: Services, invoker: Invoker): Promise<Reply> {
  const { guildId } = await requireEditor(invoker, services);
  const total = await services.store.additions.count(guildId);
  if (total === 0) throw new UserError(words.nothing);
  const { lines, origins, last, isAll } = await gather(guildId, start.after, services);
  const name = start.part > 1 ? `additions-${start.part}` : 'additions';
  return {
    embeds: [notice(words.title, words.text(lines.length, total, name, isAll))],
    files: [
      { name: `${name}.jsonl`, bytes: bytesOf(lines) },
      { name: `${name}.origins.jsonl`, bytes: bytesOf(origins) },
    ],
    components:
      last && !isAll
        ? [
            buttonRow(
              button(
                words.next,
                customId('archive', 'more', last.version, last.index, start.part + 1),
                { primary: true },
              ),
            ),
          ]
        : [],
    private: true,
  };
}

/** As many documents as fit into a message, from one on. */
async function gather(
  guild: string,
  from: AddedDocument['position'] | undefined,
  { store }: Services,
) {
  const lines: string[] = [];
  const origins: string[] = [];
  let last = from;
  let size = 0;
  for (;;) {
    const some = await store.additions.documents(guild, last, AT_A_TIME);
    for (const added of some) {
      const origin = originOf(added);
      size += Buffer.byteLength(added.json) + Buffer.byteLength(origin) + 2;
      if (size > MOST_BYTES) return { lines, origins, last, isAll: false };
      lines.push(added.json);
      origins.push(origin);
      last = added.position;
    }
    if (some.length < AT_A_TIME) return { lines, origins, last, isAll: true };
  }
}

/** A line of the origins of a corpus, with who added the document and when. */
const originOf = ({ id, file, line, place, by, at }: AddedDocument): string =>
  JSON.stringify({ id, file, line, place, added_by: by, added_at: at.toISOString() });

const bytesOf = (lines: readonly string[]): Uint8Array =>
  new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
