import { withTypos } from '../evaluation/typos.ts';
import type { PeerDocument, Question } from '../peers/peer.ts';

/** What is measured, by name. */
export const KINDS = ['terms', 'phrase', 'prefix', 'typo', 'name', 'filter', 'facets'] as const;
export type Kind = (typeof KINDS)[number];

/** Names that people spell otherwise than archives. */
export const NAMES = [
  'Peking',
  'Chou En-lai',
  'Mao Tse-tung',
  'Tientsin',
  'Constantinople',
  'Gortchakoff',
];

/** A question of each kind from a document's words, one of which is to be asked for. */
const ASKED: Readonly<
  Record<Kind, (document: Required<PeerDocument>, number: number) => Question>
> = {
  terms: ({ text }, number) => ({ text: some(text, number, 3) }),
  phrase: ({ text }, number) => ({ text: some(text, number, 2), isPhrase: true }),
  prefix: ({ text }, number) => ({
    text: some(text, number, 1).slice(0, 1 + (number % 4)),
    isPrefix: true,
  }),
  typo: ({ text }, number) => {
    const long = text.split(' ').find((word) => word.length > 7) ?? text;
    return { text: withTypos([long], number)[0] ?? long, isMisspelt: true };
  },
  name: (_, number) => ({ text: NAMES[number % NAMES.length] ?? '', isName: true }),
  filter: ({ text, year }, number) => ({
    text: some(text, number, 3),
    years: [year - 2, year + 2],
  }),
  facets: ({ text }, number) => ({ text: some(text, number, 3), hasFacets: true }),
};

/** Questions of a kind, each drawn from some document, so that there is something to find. */
export const questionsOf = (
  kind: Kind,
  documents: readonly Required<PeerDocument>[],
  count: number,
): Question[] =>
  Array.from({ length: count }, (_, number) => documents[(number * 337) % documents.length])
    .filter((document) => document !== undefined)
    .map((document, number) => ASKED[kind](document, number));

/** So many words of a text that follow each other. */
function some(text: string, number: number, count: number): string {
  const words = text.split(' ');
  const at = (number * 13) % (words.length - count);
  return words.slice(at, at + count).join(' ');
}
