import slugify from '@sindresorhus/slugify';
import { notice } from '../../cards/notice.ts';
import type { Exported } from '../../data/citations/files/exported.ts';
import { LIST_FORMATS, type ListFormat } from '../../data/citations/files/formats.ts';
import { UserError } from '../../errors.ts';
import { today } from '../../interactions/clock.ts';
import type { Invoker, Options, Reply, Services } from '../../interactions/command.ts';
import { isPrivate, readChoice } from '../../interactions/read-options.ts';
import type { Note } from '../../store/tables/list-items.ts';
import { listWords } from '../../wording/lists.ts';
import { formatListName } from './edit-list.ts';
import { loadedItems } from './loaded-items.ts';
import { isOwn, namedList } from './which-list.ts';

export const FORMATS = Object.keys(LIST_FORMATS) as ListFormat[];

/** `/list export`: the list as one file, notes included. */
export async function exportList(
  options: Options,
  services: Services,
  invoker: Invoker,
): Promise<Reply> {
  const list = await namedList(options, services, invoker);
  const { name, extension, write } = LIST_FORMATS[readChoice(options, 'format', FORMATS) ?? 'ris'];
  const items = await services.store.listItems.of(list.id);
  const exported = (await loadedItems(items, services.archive)).map(
    ({ document, item: { note, addedBy, addedAt } }) => ({
      document,
      ...annotationOf(note),
      added: { by: addedBy, at: addedAt },
    }),
  );
  if (exported.length === 0) {
    throw new UserError(listWords.nothingToExport(list.name));
  }
  const content = await write(exported, {
    accessed: today(services),
    title: list.name,
    series: await services.archive.series(),
  });
  const gone = items.length - exported.length;
  const words = listWords.exported;
  return {
    embeds: [notice(words.title, words.text(formatListName(list), exported.length, name, gone))],
    files: [
      {
        name: `${slugify(list.name) || 'list'}.${extension}`,
        bytes: new TextEncoder().encode(content),
      },
    ],
    private: isPrivate(options, isOwn(list)),
  };
}

const annotationOf = ({ text, by, at }: Note): Pick<Exported, 'annotation' | 'annotated'> => ({
  annotation: text || undefined,
  annotated: by && at ? { by, at } : undefined,
});
