import type { Occurrence, OtherForm } from '../../search/quotations.ts';
import { andMore } from '../../wording/count.ts';
import { occurrenceWords } from '../../wording/quotations.ts';
import { formatEntry } from '../entry.ts';
import { escapeMarkdown } from '../escape.ts';
import { clip } from '../limits.ts';
import { formatPages } from '../page-place.ts';
import { formatDifference, formatMarkedPassage, formatPassedOver } from './marked-passage.ts';

const MOST = { place: 1000, differences: 8, passedOver: 4, forms: 4, form: 40 };

/** Where it stands, as an entry of a list: document, date, collection, and the page or part of the record. */
function formatPlace({ document, place }: Occurrence, number: number): string {
  const remark =
    'record' in place
      ? occurrenceWords.inRecord[place.record]
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
    isOfMachine ? occurrenceWords.readByMachine : '',
    `> ${formatMarkedPassage(occurrence)}`,
    verdict === 'near' ? occurrenceWords.legend : '',
    ...shown,
    more > 0 ? `- ${andMore(more)}` : '',
    ...passedOver.slice(0, MOST.passedOver).map(formatPassedOver),
    passedOver.length > MOST.passedOver
      ? occurrenceWords.morePassedOver(passedOver.length - MOST.passedOver)
      : '',
    formatForms(spellings, occurrenceWords.spelledOtherwise),
    formatForms(misreadings, occurrenceWords.misread),
  ]
    .filter(Boolean)
    .join('\n');
}

/** Where it stands, and the difference that changes the sense most. */
export function formatBriefly(occurrence: Occurrence, number: number): string {
  const [worst] = occurrence.differences;
  const more = occurrence.differences.length - 1;
  const difference = worst ? `\n- ${formatDifference(worst)}` : '';
  const rest = more > 0 ? `\n- ${andMore(more)}` : '';
  return `${formatPlace(occurrence, number)}${difference}${rest}`;
}

function formatForms(
  forms: readonly OtherForm[],
  say: (shown: readonly string[], more: number) => string,
): string {
  if (forms.length === 0) return '';
  const shown = forms
    .slice(0, MOST.forms)
    .map(({ printed, quoted }) => occurrenceWords.form(word(printed), word(quoted)));
  return say(shown, forms.length - shown.length);
}

const word = (text: string): string => escapeMarkdown(clip(text, MOST.form));
