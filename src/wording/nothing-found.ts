import { count, countDocuments } from './count.ts';

/** Why a search found nothing. Words, links and what is demanded come escaped. */
export const nothingFoundWords = {
  title: 'Nothing found',
  nothingFor: (question: string) => `Nothing found for ${question}.`,
  noWords: 'It has no words to search for.',
  wordIn: (word: string, documents: number) => `“${word}” is in ${countDocuments(documents)}.`,
  wordInNone: (word: string, nearest: readonly string[]) =>
    nearest.length === 0
      ? `“${word}” is in no document.`
      : `“${word}” is in no document; the nearest spellings here: ${nearest.join(', ')}.`,
  linkLeadsTo: (link: string, documents: number) =>
    `${link} leads to ${countDocuments(documents)}.`,
  linkLeadsNowhere: (link: string) => `No document here has the address ${link}.`,
  /** What is found without a part of the question. */
  without: (part: string, found: number) =>
    found > 0 ? `Without ${part}: ${count(found)} found.` : `Without ${part}: still nothing.`,
  /** What is found without excluding something. */
  allowing: (part: string, found: number) =>
    found > 0 ? `Allowing ${part}: ${count(found)} found.` : `Allowing ${part}: still nothing.`,
  withoutAnyFilter: (found: number) => `Without any filter: ${count(found)} found.`,
  nearlyFound: 'Nearly found:',
  moreGaps: (gaps: number) => `${count(gaps)} more ${gaps === 1 ? 'gap' : 'gaps'}: see /about.`,
};
