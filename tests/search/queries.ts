import type { SearchEngine } from '../../src/search/archive.ts';
import type { Page, Snippet } from '../../src/search/hits.ts';
import type { Query } from '../../src/search/questions.ts';

/** A query with the least that a query has; a test names what it needs. */
export const aQuery = (text: string, overrides: Partial<Query> = {}): Query => ({
  text,
  filter: {},
  sort: 'relevance',
  offset: 0,
  limit: 10,
  ...overrides,
});

export const ids = ({ hits }: Pick<Page, 'hits'>): string[] =>
  hits.map(({ document }) => document.id);

/** The ids of the hits, in their order. */
export const found = async (
  engine: SearchEngine,
  text: string,
  overrides: Partial<Query> = {},
): Promise<string[]> => ids(await engine.search(aQuery(text, overrides)));

export const plain = (snippet: Snippet): string => snippet.map(({ text }) => text).join('');

export const marked = (snippet: Snippet): string[] =>
  snippet.filter(({ match }) => match).map(({ text }) => text);

/** What people and their enemies type. */
export const HOSTILE = [
  '',
  '   ',
  '@everyone',
  '<@123> <#456> </search:789>',
  '[Click](https://example.org) **bold** ||spoiler|| `code` > quote',
  '__proto__',
  'constructor toString hasOwnProperty valueOf',
  '\u202Eright to left\u202C \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627',
  'zero\u200Bwidth\u200D joiner\uFEFF',
  '🕵️‍♀️👩‍👩‍👧‍👦🏴‍☠️',
  '\uD83D lone \uDE00 surrogates',
  '\' OR 1=1; -- " ) ( * + ? [ ^ $ \\ /',
  `${'a'.repeat(1000)} ${'b'.repeat(999)}`,
  'Berlin '.repeat(285),
  '毛'.repeat(2000),
  '\u0000\n\r\t\v',
];
