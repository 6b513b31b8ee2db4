import { z } from 'zod';
import type { Entry } from '../../cards/entry.ts';
import { escapeMarkdown, oneLine } from '../../cards/escape.ts';
import { clip, clipEscaped } from '../../cards/limits.ts';
import { listCard } from '../../cards/list-card.ts';
import { formatDateTimestamp } from '../../cards/memory.ts';
import { mention } from '../../cards/mention.ts';
import { openMenu } from '../../cards/open-menu.ts';
import type { Document } from '../../data/corpus/document.ts';
import { fingerprint } from '../../data/corpus/fingerprint.ts';
import type { Invoker, Services } from '../../interactions/command.ts';
import { pageWithin, type ResultPage } from '../../interactions/paged.ts';
import type { ListItem } from '../../store/tables/list-items.ts';
import { listItemWords } from '../../wording/list-items.ts';
import { pagingWords } from '../../wording/paging.ts';
import { loadedItems } from './loaded-items.ts';
import { formatOwner, requireList } from './which-list.ts';

const words = listItemWords.card;
const ITEMS_A_PAGE = 5;
const MOST = { note: 260, named: 3, title: 80 };

/** What the store keeps of a list that is shown by the page. */
export const ShownList = z.object({ list: z.string(), private: z.boolean() });
export type ShownList = z.infer<typeof ShownList>;

/** One page of a list, each document with who added it, when and why. */
export async function showList(
  { list: id }: ShownList,
  wanted: number,
  services: Services,
  invoker: Invoker,
): Promise<ResultPage> {
  const list = await requireList(id, services, invoker);
  const items = await services.store.listItems.of(list.id);
  const { archive } = services;
  const loaded = new Set(await archive.loaded(items.map(({ document }) => document)));
  const there = items.filter(({ document }) => loaded.has(document));
  const { page, pages } = pageWithin(wanted, there.length, ITEMS_A_PAGE);
  const first = page * ITEMS_A_PAGE;
  const onPage = there.slice(first, first + ITEMS_A_PAGE);
  const shown = (await loadedItems(onPage, archive)).map(entryOf);
  const embed = listCard({
    title: words.title(escapeMarkdown(list.name)),
    lead: items.length ? undefined : words.empty,
    entries: shown,
    from: first + 1,
    tail: goneLine(items.filter(({ document }) => !loaded.has(document))),
    footer: [
      shown.length ? pagingWords.place(first + 1, first + shown.length, there.length) : undefined,
      formatOwner(list),
    ],
  });
  return { embed, rows: openMenu(shown, first + 1), page, pages };
}

function entryOf({ item, document }: { item: ListItem; document: Document }): Entry {
  const hasChanged = item.fingerprint !== fingerprint(document);
  const parts = [
    clipEscaped(escapeMarkdown(oneLine(item.note.text)), MOST.note),
    writtenBy(item),
    words.addedBy(mention(item.addedBy), formatDateTimestamp(item.addedAt)),
    hasChanged && words.hasChanged,
  ];
  return { document, remark: parts.filter(Boolean).join(' · ') };
}

/** Who wrote the note, unless it came with the document. */
function writtenBy({ note: { text, by, at }, addedBy, addedAt }: ListItem): string {
  if (!text) return '';
  if (!by || !at) return words.noteByNobodyKnown;
  const cameWithIt = by === addedBy && at.getTime() === addedAt.getTime();
  return cameWithIt ? '' : words.noteBy(mention(by), formatDateTimestamp(at));
}

function goneLine(gone: readonly ListItem[]): string | undefined {
  if (gone.length === 0) return undefined;
  const named = gone
    .slice(0, MOST.named)
    .map(({ title }) => `*${escapeMarkdown(clip(oneLine(title), MOST.title))}*`);
  return words.gone(gone.length, named);
}
