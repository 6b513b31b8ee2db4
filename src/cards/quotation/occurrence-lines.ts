import { formatDate } from '../../data/dates/describe.ts';
import type { Occurrence, OtherForm } from '../../search/quotations.ts';
import { count } from '../count.ts';
import { canBeLinked, escapeMarkdown, formatTitle, link, oneLine } from '../escape.ts';
import { clip } from '../limits.ts';
import { formatPages } from '../page-place.ts';
import { formatDifference, formatPassage } from './marked-passage.ts';

const MOST = { title: 200, date: 120, collection: 100, url: 400, differences: 8, forms: 6 };

/** Where it stands, in two lines of Markdown: the title; date, collection, and page or part of the record. */
export function formatPlace({ document, place }: Occurrence, number: number): string {
  const title = clip(formatTitle(document.title), MOST.title);
  const { url } = document;
  const isLinked = url && url.length <= MOST.url && canBeLinked(title);
  const where =
    'record' in place
      ? `in the record’s ${place.record}, not in a text`
      : formatPages(place.first, place.last);
  const details = [
    escapeMarkdown(clip(oneLine(formatDate(document.date)), MOST.date)),
    escapeMarkdown(clip(oneLine(document.collection), MOST.collection)),
    where,
  ];
  return `**${number}.** ${isLinked ? link(title, url) : escapeMarkdown(title)}\n${details.join(' · ')}`;
}

/** The same with the passage in its context, each difference in words, and what counts as the same. */
export function formatOccurrence(occurrence: Occurrence, number: number): string {
  const { differences, spellings, misreadings, verdict } = occurrence;
  const shown = differences.slice(0, MOST.differences).map((one) => `- ${formatDifference(one)}`);
  const more = differences.length - shown.length;
  const legend =
    verdict === 'near'
      ? '-# ~~struck out~~: printed, not quoted; **bold**: quoted, not printed'
      : undefined;
  const ofMachine =
    'first' in occurrence.place && [occurrence.place.first, occurrence.place.last].some(isOcr);
  return [
    formatPlace(occurrence, number),
    `> ${formatPassage(occurrence)}`,
    legend,
    ...shown,
    more > 0 ? `- and ${count(more)} more` : undefined,
    formatForms('Spelled otherwise, and counted as the same', spellings),
    formatForms('Likely misread by the machine, and counted as the same', misreadings),
    ofMachine
      ? 'This text was read by a machine (OCR), so a difference may be the machine’s: compare the page itself.'
      : undefined,
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}

const isOcr = ({ kind }: { kind: string }): boolean => kind === 'ocr';

function formatForms(heading: string, forms: readonly OtherForm[]): string | undefined {
  if (forms.length === 0) return undefined;
  const shown = forms
    .slice(0, MOST.forms)
    .map(({ printed, quoted }) => escapeMarkdown(`printed: ${printed} — quoted: ${quoted}`));
  const more = forms.length - shown.length;
  return `${heading}: ${shown.join('; ')}${more > 0 ? ` and ${count(more)} more` : ''}.`;
}
