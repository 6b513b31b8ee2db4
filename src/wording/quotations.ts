import { andMore, count, countDocuments } from './count.ts';

/** `/quote` and `Check quotation`. */
export const quotingWords = {
  command: {
    description: 'Check a quotation: is it in what is loaded, and is it exact?',
    text: 'The words quoted; ellipses and [brackets] are understood',
  },
  noWords: 'Type the words of the quotation.',
  noWordsInMessage: 'This message has no words to check. Try one with text or a card.',
};

const NO_EVIDENCE = 'That doesn’t mean that no document says it.';

type Verdict = 'exact' | 'near';
const WORDS = { exact: 'it word for word', near: 'nearly these words' };

const documentsHave = (documents: number, verdict: Verdict): string =>
  `${countDocuments(documents)} ${documents === 1 ? 'has' : 'have'} ${WORDS[verdict]}.`;

/** What became of a quotation. Titles and passages come escaped. */
export const quotationWords = {
  verdict: { exact: 'Exact', near: 'Near', missing: 'Not in what is loaded' },
  /** The quotation is in another document than the one that was asked for. */
  verdictElsewhere: {
    exact: 'Exact, but in another document',
    near: 'Near, but in another document',
  },
  quoted: (quotation: string) => `“${quotation}”`,
  documentHas: (title: string, verdict: Verdict) => `${title} has ${WORDS[verdict]}.`,
  notInDocument: (title: string) => `It wasn’t found in what is loaded of ${title}.`,
  onlyRecordCompared: 'Its text isn’t loaded: only its record was compared.',
  onlyPartCompared: 'Its text is so long that only a part of it was compared.',
  documentsHave,
  /** Others might have it, and weren't compared. */
  atLeastHave: (documents: number, verdict: Verdict) =>
    `At least ${documentsHave(documents, verdict)}`,
  elsewhereHave: (documents: number, verdict: Verdict) =>
    `Elsewhere, ${documentsHave(documents, verdict)}`,
  elsewhereAtLeastHave: (documents: number, verdict: Verdict) =>
    `Elsewhere, at least ${documentsHave(documents, verdict)}`,
  nowhere: `No text or record that could be compared has these words, or nearly these. ${NO_EVIDENCE}`,
  norElsewhere: `Nor was it in any other that could be compared. ${NO_EVIDENCE}`,
  uncompared: (documents: number) => {
    const them =
      documents === 1
        ? 'document that might have it wasn’t'
        : 'documents that might have it weren’t';
    return `${count(documents)} more ${them} compared, because it would have taken too long. Try a longer part of the quotation, or one with rarer words.`;
  },
  tooLong: (characters: number) =>
    `A quotation of up to ${count(characters)} characters can be checked. Try a part of it.`,
  tooShort: (fewest: number, words: number) => {
    const has = words === 0 ? 'none' : words === 1 ? '1 word' : `${words} words`;
    return `A quotation needs at least ${fewest} words of its source; this one has ${has}. Please quote more of it.`;
  },
  moreDocuments: (documents: number) =>
    `${andMore(documents)} ${documents === 1 ? 'document' : 'documents'}`,
};

/** Where a quotation stands, and how what is printed there differs from it. */
export const occurrenceWords = {
  inRecord: {
    title: 'in the record’s title, not in a text',
    description: 'in the record’s description, not in a text',
  },
  readByMachine:
    'This text was read by a machine (OCR), so a difference may be the machine’s: compare the page itself.',
  legend: '-# ~~struck out~~: printed, not quoted; **bold**: quoted, not printed',
  differences: {
    'left out': (printed: string) => `left out: “${printed}”`,
    'put in': (_printed: string, quoted: string) => `put in: “${quoted}”`,
    changed: (printed: string, quoted: string) => `printed: “${printed}” — quoted: “${quoted}”`,
    order: (printed: string, quoted: string) =>
      `in another order: printed: “${printed}” — quoted: “${quoted}”`,
  },
  /** After a difference, where it changes the sense. */
  matters: { negation: '(a negation)', figure: '(a figure or date)' },
  passedOver: {
    'page break': (printed: string) => `Passed over at the page break: “${printed}”.`,
    note: (printed: string) => `Passed over as a note: “${printed}”.`,
    bracket: (printed: string) => `Passed over in an editor’s brackets: “${printed}”.`,
    ellipsis: (printed: string) => `Left out at your ellipsis: “${printed}”.`,
  },
  morePassedOver: (more: number) => `${andMore(more)} passed over`,
  form: (printed: string, quoted: string) => `printed: ${printed} — quoted: ${quoted}`,
  spelledOtherwise: (forms: readonly string[], more: number) =>
    `Spelled otherwise, and counted as the same: ${listForms(forms, more)}.`,
  misread: (forms: readonly string[], more: number) =>
    `Likely misread by the machine, and counted as the same: ${listForms(forms, more)}.`,
};

const listForms = (forms: readonly string[], more: number): string =>
  `${forms.join('; ')}${more > 0 ? ` ${andMore(more)}` : ''}`;
