import type { APISelectMenuOption } from 'discord-api-types/v10';
import { documentOption } from '../../cards/choice.ts';
import { type ActionRow, button, buttonRow, menuRow } from '../../cards/components.ts';
import { howSearched } from '../../cards/how-searched.ts';
import { LIMITS } from '../../cards/limits.ts';
import { noPassages } from '../../cards/no-passages.ts';
import { passagesCard } from '../../cards/passages-card.ts';
import { customId } from '../../cards/routes.ts';
import { cite } from '../../data/citations/cite.ts';
import type { RichText } from '../../data/citations/rich-text.ts';
import { today } from '../../interactions/clock.ts';
import type { Services } from '../../interactions/command.ts';
import { pageWithin, type ResultPage } from '../../interactions/paged.ts';
import type { Passage, Passages, Period } from '../../search/hits.ts';
import { askingTextsWords as words } from '../../wording/asking-texts.ts';
import { countDocuments } from '../../wording/count.ts';
import { documentWords } from '../../wording/documents.ts';
import { pagingWords } from '../../wording/paging.ts';
import {
  askedFor,
  asOptions,
  PASSAGES_A_PAGE,
  type PassagesInput,
  periodKey,
} from './passages-input.ts';

/** A page of the passages that answer a question, or why there are none. */
export async function showPassages(
  input: PassagesInput,
  wanted: number,
  services: Services,
): Promise<ResultPage> {
  const { archive } = services;
  const found = await archive.passages(askedFor(input, wanted));
  const { page, pages } = pageWithin(wanted, found.total, PASSAGES_A_PAGE);
  // The archive may have shrunk since the button was made.
  if (page !== wanted) return showPassages(input, page, services);
  const lead = howSearched({ ...found, readAs: [...input.asked.readAs, ...found.readAs] });
  const periods = (view: string) => periodMenu(view, found.periods, input.period);
  const filters = [...input.asked.words, ...(input.period ? [formatPeriod(input.period)] : [])];
  if (found.total === 0) {
    const embed = await nothing(input, filters, lead, services);
    return { embed, rows: [], page, pages, rowsFor: periods, isEmpty: true };
  }
  const from = page * PASSAGES_A_PAGE + 1;
  const last = from + found.passages.length - 1;
  const { documents: loaded } = await archive.summary();
  const embed = passagesCard({
    question: input.query,
    passages: await cited(found.passages, services),
    loaded,
    from,
    lead,
    footer: [pagingWords.place(from, last, found.total), ...filters],
  });
  const rowsFor = (view: string) => [
    ...openDocuments(found, from, view),
    ...periods(view),
    buttonRow(
      ...(page > 0 ? [button(words.backButton, customId('passages', 'turn', view, page - 1))] : []),
      button(words.moreButton, customId('passages', 'turn', view, page + 1), {
        disabled: page + 1 >= pages,
      }),
      button(words.citeButton, customId('passages', 'cite', view, page)),
      button(words.saveButton, customId('passages', 'save', view, page)),
    ),
  ];
  // Its own buttons turn the pages.
  return { embed, rows: openDocuments(found, from), page: 0, pages: 1, rowsFor };
}

/** Passages with the citations of their documents. */
export async function cited<Shown extends Passage>(
  passages: readonly Shown[],
  services: Services,
): Promise<(Shown & { citation: RichText })[]> {
  const series = await services.archive.series();
  return Promise.all(
    passages.map(async (passage) => {
      const { document } = passage;
      const edition = series.get(document.collection);
      const citation = await cite(document, 'chicago-note', today(services), edition);
      return { ...passage, citation };
    }),
  );
}

async function nothing(
  input: PassagesInput,
  filters: readonly string[],
  lead: readonly string[],
  { archive }: Services,
) {
  const { filter } = input.asked;
  const query = { text: input.query, filter, sort: 'relevance', offset: 0, limit: 0 } as const;
  const isNarrowed = filters.length > 0;
  const wide = { question: input.query, filter: {}, window: { offset: 0, limit: 0 } };
  const [coverage, gaps, { total }, widened] = await Promise.all([
    archive.textCoverage(),
    archive.gaps(filter),
    archive.search({ ...query, in: 'records' }),
    isNarrowed ? archive.passages(wide).then((found) => found.total) : null,
  ]);
  const search = { options: asOptions(input, input.query), total };
  return noPassages({ question: input.query, filters, lead, coverage, gaps, search, widened });
}

/** The menu that opens the card of a document; one of two passages is there once. */
function openDocuments({ passages }: Passages, from: number, view?: string): ActionRow[] {
  const options = new Map<string, APISelectMenuOption>();
  for (const [index, { document }] of passages.entries()) {
    if (!options.has(document.id)) options.set(document.id, documentOption(document, from + index));
  }
  const id = view ? customId('document', 'open', view) : customId('document', 'open');
  return [menuRow(id, documentWords.open, [...options.values()])];
}

/** The menu of the times that answers are from. */
function periodMenu(
  view: string,
  periods: readonly Period[],
  chosen: PassagesInput['period'],
): ActionRow[] {
  if (periods.length < 2 && !chosen) return [];
  const options = periods.slice(0, LIMITS.choices - 1).map((period) => ({
    label: formatPeriod(period),
    value: periodKey(period),
    description: countDocuments(period.documents),
    default: chosen !== undefined && periodKey(chosen) === periodKey(period),
  }));
  const every = { label: words.everyPeriod, value: periodKey(), description: words.everyPeriodIs };
  const all = chosen ? [every, ...options] : options;
  return [menuRow(customId('passages', 'vary', view), words.periodMenu, all)];
}

/** `1934`, or `1930s`. */
function formatPeriod({ from, to }: Pick<Period, 'from' | 'to'>): string {
  const [first, last] = [from.slice(0, -6), to.slice(0, -6)];
  return first === last ? first : words.decade(first);
}
