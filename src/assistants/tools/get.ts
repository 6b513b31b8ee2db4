import { z } from 'zod';
import { findDocument } from './find-document.ts';
import { readPages } from './read-pages.ts';
import { readRecord } from './read-record.ts';
import { defineTool, words } from './tool.ts';

/** A document's record, or pages of its text. */
export const get = defineTool({
  name: 'get',
  title: 'Read a document',
  description:
    'The whole record of a document. With page: its text from that page on, verbatim; offset passes over characters of a long page.',
  input: z.strictObject({
    id: words(300),
    page: z.int().min(1).max(10_000_000).optional(),
    offset: z.int().min(0).max(1_000_000_000).default(0),
  }),

  async run({ id, page, offset }, services) {
    const document = await findDocument(id, services.archive);
    return page === undefined && offset === 0
      ? readRecord(document, services)
      : readPages(document, { page: page ?? 1, offset }, services);
  },
});
