/** A made-up record, the same for the same number. */
export type Made = { title: string; date: string; description: string; url: string };

const WORDS =
  'telegram ambassador meeting council minister border treaty harvest railway commission delegation protocol summary visit frontier party central committee conversation note'.split(
    ' ',
  );

/** Title and description of the length that archives have: about 60 and 400 characters. */
export function madeRecord(number: number): Made {
  const words = (count: number, seed: number) =>
    Array.from(
      { length: count },
      (_, index) => WORDS[(seed * 31 + index * index * 7 + index * number) % WORDS.length],
    ).join(' ');
  const day = new Date(Date.UTC(1900, 0, 1 + (number % 30_000))).toISOString().slice(0, 10);
  return {
    title: `${words(7, number)} ${number}`,
    date: day,
    description: `${words(50, number + 1)}.`,
    url: `https://example.org/${number}`,
  };
}

/** A format's file: its beginning, a record, what stands between two, and its end. */
export type Shape = {
  before: string;
  record(made: Made, number: number): string;
  between: string;
  after: string;
};

/** By the formats' names, all that can be written as text. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  listing: {
    before: 'Skip to content\n\n',
    record: ({ date, title, description }) => `${printed(date)}\n\n${title}\n\n${description}`,
    between: '\n\n',
    after: '\n',
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
  'oai-pmh': {
    before:
      '<?xml version="1.0"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>\n',
    record: ({ title, date, description, url }, number) =>
      `<record><header><identifier>oai:example.org:${number}</identifier></header><metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title><dc:date>${date}</dc:date><dc:description>${description}</dc:description><dc:identifier>${url}</dc:identifier></oai_dc:dc></metadata></record>`,
    between: '\n',
    after: '\n</ListRecords></OAI-PMH>\n',
  },
};

/** `1962-10-16` as listings print it. */
const printed = (date: string): string => LONG.format(new Date(date));

/** One for all: each takes memory that is not given back soon. */
const LONG = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
