import { clip } from '../cards/limits.ts';
import { cite } from '../data/citations/cite.ts';
import { plainText } from '../data/citations/rich-text.ts';
import type { Document } from '../data/corpus/document.ts';
import { describeDate } from '../data/dates/describe.ts';
import type { HistoricalDate } from '../data/dates/historical-date.ts';
import type { PageKind } from '../data/texts/page.ts';
import { today } from '../interactions/clock.ts';
import type { PagePlace } from '../search/hits.ts';
import { documentWords } from '../wording/documents.ts';
import type { Services } from './services.ts';
import { visibleLine } from './visible.ts';

const MOST = { title: 400, collection: 200, date: 200, citation: 900, label: 60, url: 2000 };

/** A date as printed, and how sure it is. */
type DateFacts = {
  printed: string;
  /** As printed, with its certainty in words: `October 1962 (some day in the month)`. */
  described: string;
  /** The first and the last day that it can mean, `YYYY-MM-DD`; null if open or unknown. */
  first: string | null;
  last: string | null;
} & Pick<HistoricalDate, 'edtf' | 'precision' | 'approximate' | 'uncertain' | 'inferred'>;

/** Where in a document's text something stands. */
export type PageFacts = {
  number: number;
  label?: string | undefined;
  kind: PageKind;
  link?: string | undefined;
};

/** What every answer tells of a document. */
export type Facts = {
  id: string;
  title: string;
  date: DateFacts;
  collection: string;
  /** As a Chicago note. */
  citation: string;
  link?: string | undefined;
};

/** The facts of documents, in their order, with citations as of today. */
export async function readFacts(
  documents: readonly Document[],
  services: Services,
): Promise<Facts[]> {
  if (documents.length === 0) return [];
  const series = await services.archive.series();
  return Promise.all(
    documents.map(async (document) => {
      const edition = series.get(document.collection);
      const cited = await cite(document, 'chicago-note', today(services), edition);
      return {
        id: document.id,
        title: line(document.title, MOST.title) || documentWords.untitled,
        date: dateFacts(document.date),
        collection: line(document.collection, MOST.collection),
        citation: line(plainText(cited), MOST.citation),
        ...linkOf(document.url),
      };
    }),
  );
}

/** The facts of one document. */
export async function readFactsOf(document: Document, services: Services): Promise<Facts> {
  const [facts] = await readFacts([document], services);
  if (!facts) throw new Error('a document has no facts');
  return facts;
}

export const pageFacts = ({ page, label, kind, url }: PagePlace): PageFacts => ({
  number: page,
  ...(label && { label: line(label, MOST.label) }),
  kind,
  ...linkOf(url),
});

/** Foreign text in one line, of at most so many characters. */
export const line = (text: string, most: number): string => clip(visibleLine(text), most);

/** A link is given whole or not at all. */
const linkOf = (url: string | null) => (url && url.length <= MOST.url ? { link: url } : {});

function dateFacts(date: HistoricalDate): DateFacts {
  const { text, edtf, start, end, precision, approximate, uncertain, inferred } = date;
  return {
    printed: line(text, MOST.date),
    described: line(describeDate(date), 2 * MOST.date),
    edtf: edtf && line(edtf, MOST.date),
    first: start,
    last: end,
    precision,
    approximate,
    uncertain,
    inferred,
  };
}
