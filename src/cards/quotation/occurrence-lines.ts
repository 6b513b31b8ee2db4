import type { Occurrence, OtherForm } from '../../search/quotations.ts';
import { count } from '../../wording/count.ts';
import { formatEntry } from '../entry.ts';
import { escapeMarkdown } from '../escape.ts';
import { clip } from '../limits.ts';
import { formatPages } from '../page-place.ts';
import { formatDifference, formatMarkedPassage, formatPassedOver } from './marked-passage.ts';

const MOST = { place: 1000, differences: 8, passedOver: 4, forms: 4, form: 40 };

const LEGEND = '-# ~~struck out~~: printed, not quoted; **bold**: quoted, not printed';
const OF_MACHINE =
  'This text was read by a machine (OCR), so a difference may be the machine’s: compare the page itself.';

/** Where it stands, as an entry of a list: document, date, collection, and the page or part of the record. */
function formatPlace({ document, place }: Occurrence, number: number): string {
  const remark =
    'record' in place
      ? `in the record’s ${place.record}, not in a text`
      : formatPages(place.first, place.last);
  return formatEntry({ document, remark }, number, MOST.place);
}

/** The same with the passage in its context, each difference in words, and what counts as the same. */
export function formatOccurrence(occurrence: Occurrence, number: number): string {
  const { differences, passedOver, spellings, misreadings, verdict, place } = occurrence;
  const shown = differences.slice(0, MOST.differences).map((one) => `- ${formatDifference(one)}`);
  const more = differences.length - shown.length;
  const isOfMachine =
    'first' in place && [place.first, place.last].some(({ kind }) => kind === 'ocr');
  return [
    formatPlace(occurrence, number),
    isOfMachine ? OF_MACHINE : '',
    `> ${formatMarkedPassage(occurrence)}`,
    verdict === 'near' ? LEGEND : '',
    ...shown,
    more > 0 ? `- and ${count(more)} more` : '',
    ...passedOver.slice(0, MOST.passedOver).map(formatPassedOver),
    passedOver.length > MOST.passedOver
      ? `and ${count(passedOver.length - MOST.passedOver)} more passed over`
      : '',
    formatForms('Spelled otherwise, and counted as the same', spellings),
    formatForms('Likely misread by the machine, and counted as the same', misreadings),
  ]
    .filter(Boolean)
    .join('\n');
}

/** Where it stands, and the difference that changes the sense most. */
export function formatBriefly(occurrence: Occurrence, number: number): string {
  const [worst] = occurrence.differences;
  const more = occurrence.differences.length - 1;
  const difference = worst ? `\n- ${formatDifference(worst)}` : '';
  const rest = more > 0 ? `\n- and ${count(more)} more` : '';
  return `${formatPlace(occurrence, number)}${difference}${rest}`;
}

function formatForms(heading: string, forms: readonly OtherForm[]): string {
  if (forms.length === 0) return '';
  const shown = forms
    .slice(0, MOST.forms)
    .map(({ printed, quoted }) => `printed: ${word(printed)} — quoted: ${word(quoted)}`);
  const more = forms.length - shown.length;
  return `${heading}: ${shown.join('; ')}${more > 0 ? ` and ${count(more)} more` : ''}.`;
}

const word = (text: string): string => escapeMarkdown(clip(text, MOST.form));
