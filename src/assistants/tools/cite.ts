import { z } from 'zod';
import { cite as citeDocument } from '../../data/citations/cite.ts';
import { CITATION_FORMATS, type CitationFormat } from '../../data/citations/files/formats.ts';
import { plainText } from '../../data/citations/rich-text.ts';
import { STYLES } from '../../data/citations/styles.ts';
import type { Document } from '../../data/corpus/document.ts';
import { UserError } from '../../errors.ts';
import { today } from '../../interactions/clock.ts';
import type { Answer } from '../answer.ts';
import { line, readFactsOf } from '../facts.ts';
import type { Services } from '../services.ts';
import { quoted, visible } from '../visible.ts';
import { findDocument } from './find-document.ts';
import { defineTool, words } from './tool.ts';

const MOST = { citation: 4000, file: 12_000 };

/** A document as a footnote or a bibliography has it, or for a reference manager. */
export const cite = defineTool({
  name: 'cite',
  title: 'Cite a document',
  description: 'A citation of a document in a style; format adds a record for a reference manager.',
  input: z.strictObject({
    id: words(300),
    style: z.enum(STYLES).default('chicago-note'),
    format: z.enum(['ris', 'bibtex', 'csl-json']).optional(),
  }),

  async run({ id, style, format }, services) {
    const document = await findDocument(id, services.archive);
    const facts = await readFactsOf(document, services);
    const series = await services.archive.series();
    const edition = series.get(document.collection);
    const cited = plainText(await citeDocument(document, style, today(services), edition));
    const citation = line(cited, MOST.citation);
    const file = format && (await recordOf(document, format, services));
    return {
      total: 1,
      notes: [`Style: ${style}. What the record lacks is left out; nothing is filled in.`],
      results: [
        {
          facts: { ...facts, citation },
          fields: { style, ...(file !== undefined && { format, record: file }) },
          lines: file === undefined ? [] : [`${format}:`, quoted(file)],
        },
      ],
    } satisfies Answer;
  },
});

/** @throws UserError if it is too long for an answer: a part of it would be no record */
async function recordOf(
  document: Document,
  format: CitationFormat,
  { archive, ...clock }: Services,
): Promise<string> {
  const writing = {
    accessed: today(clock),
    title: document.title,
    series: await archive.series(),
  };
  const record = visible(await CITATION_FORMATS[format].write([{ document }], writing));
  if (record.length <= MOST.file) return record;
  throw new UserError(
    `The ${format} record of ${document.id} is too long for an answer. Ask without format.`,
  );
}
