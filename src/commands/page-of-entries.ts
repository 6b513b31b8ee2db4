import { type List, listCard } from '../cards/list-card.ts';
import { openMenu } from './document-links.ts';
import { pageOf, pageWithin, type Shown } from './paged.ts';

const ENTRIES_A_PAGE = 10;

/** One page of a list that is at hand whole. */
export function pageOfEntries(
  entries: List['entries'],
  wanted: number,
  card: Omit<List, 'entries' | 'from'>,
): Shown {
  const { page, pages } = pageWithin(wanted, entries.length, ENTRIES_A_PAGE);
  const first = page * ENTRIES_A_PAGE;
  const shown = entries.slice(first, first + ENTRIES_A_PAGE);
  const from = first + 1;
  const counted = shown.length ? [pageOf(from, shown.length, entries.length)] : [];
  const embed = listCard({ ...card, entries: shown, from, footer: [...counted, ...card.footer] });
  return { embed, rows: openMenu(shown, from), page, pages, isEmpty: entries.length === 0 };
}
