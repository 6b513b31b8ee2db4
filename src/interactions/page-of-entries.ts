import { type ListCard, listCard } from '../cards/list-card.ts';
import { openMenu } from '../cards/open-menu.ts';
import type { Window } from '../search/questions.ts';
import { pagingWords } from '../wording/paging.ts';
import { pageWithin, type ResultPage } from './paged.ts';

const ENTRIES_A_PAGE = 10;

/**
 * One page of a list.
 * @param ask gives what stands in a window of the list, and how much there is in all
 */
export async function pageOfEntries(
  wanted: number,
  ask: (window: Window) => Promise<{ total: number; card: Omit<ListCard, 'from'> }>,
): Promise<ResultPage> {
  const offset = wanted * ENTRIES_A_PAGE;
  const { total, card } = await ask({ offset, limit: ENTRIES_A_PAGE });
  const { page, pages } = pageWithin(wanted, total, ENTRIES_A_PAGE);
  // The archive may have shrunk since the button was made.
  if (page !== wanted) return pageOfEntries(page, ask);
  const { entries } = card;
  const from = offset + 1;
  const counted = entries.length ? [pagingWords.place(from, offset + entries.length, total)] : [];
  const embed = listCard({ ...card, from, footer: [...counted, ...card.footer] });
  return { embed, rows: openMenu(entries, from), page, pages, isEmpty: total === 0 };
}
