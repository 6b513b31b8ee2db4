import { stat } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import type { Document } from '../../corpus/document.ts';
import { unreadable } from '../../corpus/problem.ts';
import { decodingDoubts } from '../encoding/decoding-doubts.ts';
import { findFiles } from '../find-files.ts';
import { SourceError } from '../format.ts';
import { openSource } from '../open-source.ts';
import type { ImportContext } from '../read-sources.ts';
import { readLine, type SpooledDocument } from '../spooled-document.ts';
import { assignFiles } from './assign-files.ts';
import { documentNames } from './document-names.ts';
import { textFormatOf } from './formats/text-formats.ts';
import { checkSize } from './formats/text-size.ts';
import { type SourcePage, type SpooledText, spoolText } from './spooled-text.ts';

/**
 * Reads the texts of documents from a folder with files that are named for them. What fits no document
 * or can't be read is logged.
 * @param documents of the corpus as it will be
 * @returns the texts by the documents' ids
 */
export async function readTextFiles(
  folder: string,
  documents: readonly SpooledDocument[],
  encoding: string | null,
  { folder: temporary, spool, texts, rejectLog }: ImportContext,
): Promise<ReadonlyMap<string, SpooledText>> {
  const log = (file: string, reason: string, taken = false) =>
    rejectLog.add({ file, line: null, reason, taken, raw: '' });
  const found = await findFiles([folder]);
  for (const { file, reason } of found.rejects) await log(file, reason);
  if (found.files.length === 0) return new Map();
  const root = (await stat(folder)).isDirectory() ? folder : dirname(folder);
  const names = await documentNames(named());
  const { files, refused } = assignFiles(root, found.files, names);
  for (const { file, reason } of refused) await log(file, reason);

  const read = new Map<string, SpooledText>();
  for (const [id, parts] of files) {
    const pages: SourcePage[] = [];
    for (const file of parts) {
      try {
        const source = await openSource(file, temporary, encoding);
        const format = textFormatOf(source.sample, extname(file).slice(1).toLowerCase());
        if (!format) throw new SourceError(UNKNOWN);
        for (const doubt of format.isText ? decodingDoubts(source) : [])
          await log(file, doubt, true);
        const inFile = await format.read(source);
        checkSize([...pages, ...inFile]);
        const blank = inFile.filter(({ text }) => !text.trim()).length;
        if (inFile.length === blank) throw new SourceError('has no text');
        if (blank > 0) await log(file, `has ${blank} of ${inFile.length} pages without text`, true);
        pages.push(...inFile);
      } catch (error) {
        await log(file, error instanceof SourceError ? error.message : unreadable(error));
        // The pages after it keep their numbers.
        pages.push({ label: null, text: '', kind: 'transcript', url: null });
      }
    }
    const text = await spoolText(pages, texts, { isFromFolder: true });
    if (text) read.set(id, text);
  }
  return read;

  async function* named(): AsyncGenerator<Document> {
    for (const document of documents) yield JSON.parse(await readLine(document, spool));
  }
}

const UNKNOWN = 'isn’t a text that can be read here: txt, md, html, pdf, hOCR or ALTO';
