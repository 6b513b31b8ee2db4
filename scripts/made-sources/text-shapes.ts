import type { Made } from './made-record.ts';

/** A format's file: its beginning, a record, what stands between two, and its end. */
export type Shape = {
  before: string;
  record(made: Made, number: number): string;
  between: string;
  after: string;
  /** How many records a file of it has at most. */
  perFile?: number;
};

/** As many documents as a page of a listing holds, and more. */
const PER_PAGE = 500;

/** Formats of plain text, by their names. */
export const TEXT_SHAPES: Readonly<Record<string, Shape>> = {
  listing: {
    before: 'Skip to content\n\n',
    record: ({ date, title, description }) => `${printed(date)}\n\n${title}\n\n${description}`,
    between: '\n\n',
    after: '\n',
    perFile: PER_PAGE,
  },
  'listing-bullets': {
    before: 'Search in\n\nA Site of Archives\n\n',
    record: ({ date, title, description }) =>
      `  • ${printed(date)}\n\n    ${title}\n\n    ${description}`,
    between: '\n\n',
    after: '\n',
    perFile: PER_PAGE,
  },
  csv: {
    before: 'Title,Date,Description,URL\n',
    record: (made) => [made.title, made.date, `"${made.description}"`, made.url].join(','),
    between: '\n',
    after: '\n',
  },
  jsonl: { before: '', record: (made) => JSON.stringify(made), between: '\n', after: '\n' },
  json: { before: '[\n', record: (made) => JSON.stringify(made), between: ',\n', after: '\n]\n' },
  'csl-json': {
    before: '[\n',
    record: ({ title, date, description, url }, number) =>
      JSON.stringify({
        id: `item-${number}`,
        type: 'manuscript',
        title,
        abstract: description,
        URL: url,
        issued: { 'date-parts': [date.split('-').map(Number)] },
      }),
    between: ',\n',
    after: '\n]\n',
  },
  ris: {
    before: '',
    record: ({ title, date, description, url }) =>
      `TY  - MANSCPT\nTI  - ${title}\nDA  - ${date.replaceAll('-', '/')}/\nAB  - ${description}\nUR  - ${url}\nER  - `,
    between: '\n\n',
    after: '\n',
  },
  bibtex: {
    before: '',
    record: ({ title, date, description, url }, number) =>
      `@unpublished{item${number},\n  title = {${title}},\n  date = {${date}},\n  abstract = {${description}},\n  url = {${url}}\n}`,
    between: '\n\n',
    after: '\n',
  },
  html: {
    before: '<!doctype html>\n<html><head><title>Results</title></head><body><table>\n',
    record: ({ title, date, description, url }) =>
      `<tr><td class="date">${printed(date)}</td><td class="document"><a href="${url}">${title}</a><p>${description}</p></td></tr>`,
    between: '\n',
    after: '\n</table></body></html>\n',
    perFile: PER_PAGE,
  },
  'omeka-s': {
    before: '[\n',
    record: ({ title, date, description, url }, number) =>
      JSON.stringify({
        '@id': url,
        'o:id': number,
        'dcterms:title': [{ type: 'literal', '@value': title }],
        'dcterms:date': [{ type: 'literal', '@value': date }],
        'dcterms:description': [{ type: 'literal', '@value': description }],
      }),
    between: ',\n',
    after: '\n]\n',
  },
};

/** `1962-10-16` as listings print it. */
const printed = (date: string): string => LONG.format(new Date(date));

/** One for all: each takes memory that is not given back soon. */
const LONG = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
