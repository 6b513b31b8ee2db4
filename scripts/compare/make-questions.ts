import { readProcessConfig } from '../../src/config.ts';
import { loadCorpus } from '../../src/data/corpus/corpus.ts';
import { readPages } from '../../src/data/texts/read-pages.ts';
import { NAMES } from '../bench/questions.ts';
import { withTypos } from '../evaluation/typos.ts';

/**
 * `npm run -s compare:questions -- [COUNT] > FILE`: questions about the corpus that CORPUS
 * names, of its own words: parts of titles, of descriptions and of texts, some misspelt, phrases, fields,
 * dates, exclusions, what is still being typed, and names that are spelt otherwise. Always the same ones.
 */
const count = Number(process.argv[2] ?? 400);
const { corpus } = readProcessConfig();
const { documents } = await loadCorpus(corpus);
/** How the texts begin, by their documents' ids. */
const texts = new Map<string, string>();
for (const path of corpus) {
  for await (const { page } of readPages(path)) {
    if (page.page === 1) texts.set(page.id, page.text.slice(0, 2000));
  }
}

const words = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
const some = (text: string, from: number, length: number) => {
  const all = words(text);
  return all
    .slice(
      from % Math.max(1, all.length - length),
      (from % Math.max(1, all.length - length)) + length,
    )
    .join(' ');
};

/** What a question is made of: a title, a description, and the beginning of a text if there is one. */
type Make = (title: string, text: string, number: number, whole: string) => string;

const KINDS: readonly Make[] = [
  (title, _, number) => some(title, number, 2),
  (_, text, number) => some(text, number, 3),
  (_, text, number) => some(text, number * 7, 1),
  (_, text, number) => `"${some(text, number, 2)}"`,
  (title, text, number) => `${some(title, number, 1)} ${some(text, number * 3, 2)}`,
  (_, text, number) => withTypos([some(text, number, 2)], number)[0] ?? '',
  (title, _, number) => `title:${some(title, number, 1)} since:${1870 + (number % 100)}`,
  (_, text, number) => `${some(text, number, 2)} -${some(text, number * 5, 1)}`,
  (title) => title.slice(0, 60),
  (title, _, number) => some(title, number, 2).slice(0, -2),
  (_, text, number) => some(text, number, 12),
  (_, __, number) => NAMES[number % NAMES.length] ?? '',
  ...(texts.size > 0
    ? ([
        (_, __, number, whole) => some(whole, number * 3, 2),
        (_, __, number, whole) => some(whole, number * 11, 1),
        (_, __, number, whole) => `"${some(whole, number * 5, 4)}"`,
        (title, _, number, whole) => `${some(title, number, 1)} ${some(whole, number * 7, 1)}`,
        (_, text, number, whole) => `${some(whole, number, 2)} -${some(text, number * 5, 1)}`,
        (_, __, number, whole) => withTypos([some(whole, number * 13, 2)], number)[0] ?? '',
        (_, __, number, whole) => some(whole, number, 8),
      ] satisfies Make[])
    : []),
  (_, text, number) => `${NAMES[(number * 5) % NAMES.length]} ${some(text, number, 1)}`,
];

const step = 337;
const questions = new Set<string>();
for (let number = 0; questions.size < count && number < 20 * count; number += 1) {
  const {
    id = '',
    title = '',
    description = '',
  } = documents[(number * step) % documents.length] ?? {};
  const make = KINDS[number % KINDS.length];
  const question = make?.(
    title,
    description || title,
    number,
    texts.get(id) ?? (description || title),
  )
    .trim()
    .replace(/\s+/g, ' ');
  if (question) questions.add(question);
}
process.stdout.write([...questions].map((one) => `${one}\n`).join(''));
