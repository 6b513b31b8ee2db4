import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { readLines } from '../../corpus/read-lines.ts';
import { SourceError } from '../format.ts';
import { importFiles } from '../import-files.ts';
import { readOrigins } from '../origins-file.ts';
import { TooManyRecords } from '../read-source.ts';
import type { ImportReport } from '../report.ts';
import { openParts } from '../table/workbook/parts.ts';
import { uploadedPath } from './uploaded-path.ts';

/** A file that somebody has sent. */
export type Upload = {
  /** As it is named there; whatever it says. */
  filename: string;
  bytes: Uint8Array;
  /** Null if the records, or else the file's name, tell it. */
  collection: string | null;
  /** A folder that is there for this alone. */
  folder: string;
};

/** A document as the import wrote it, and where it stands in the file. */
export type UploadedDocument = { document: unknown; line: number | null; place: string | null };

/** What a file holds, or why it isn't read. */
export type UploadContents = { total: number; report: UploadReport } | { problem: string };

export type UploadReport = Pick<ImportReport, 'notes' | 'rejected' | 'deleted'> & {
  /** What to look at: what was refused, and what was taken with a doubt; the first of them. */
  remarks: readonly { line: number | null; reason: string }[];
  remarksInAll: number;
  /** How many documents have a text as well. */
  withText: number;
};

/** No more documents than these are taken from a file. */
const MOST_UPLOADED = 20_000;
/** A longer document is none that people read, in characters of JSON. */
const LONGEST_DOCUMENT = 100_000;
/** What a packed file may hold unpacked, in bytes: ten times what may be sent. */
const MOST_UNPACKED = 250 * 1024 * 1024;
const TOO_LONG = `is longer than ${LONGEST_DOCUMENT.toLocaleString('en')} characters and was not taken`;
const REMARKS = 50;
/** No reason quotes more of a file than this. */
const LONGEST_REASON = 300;

/**
 * Reads a file that somebody has sent as an import would. The documents are put into the folder, each
 * with where it stands in the file.
 */
export async function readUpload(upload: Upload): Promise<UploadContents> {
  try {
    return await read(upload);
  } catch (error) {
    if (error instanceof TooManyRecords) return { problem: TOO_MANY };
    if (error instanceof SourceError) return { problem: error.message };
    throw error;
  }
}

async function read({ filename, bytes, collection, folder }: Upload): Promise<UploadContents> {
  await refuseBomb(bytes);
  const file = join(folder, fileNameOf(filename));
  await writeFile(file, bytes);
  const out = join(folder, 'read', 'corpus.jsonl');
  await mkdir(dirname(out), { recursive: true });
  const { written, report } = await importFiles({
    paths: [file],
    out,
    collection,
    most: MOST_UPLOADED,
    temporary: folder,
  });
  const summary = summaryOf(report, file);
  if (!written) return { problem: summary.remarks[0]?.reason ?? 'holds no documents' };
  const { total, giants } = await copyDocuments(out, uploadedPath(folder));
  if (total === 0) return { problem: `holds nothing but a record that ${TOO_LONG}` };
  return {
    total,
    report: {
      ...summary,
      rejected: summary.rejected + giants.length,
      remarks: [...giants, ...summary.remarks].slice(0, REMARKS),
      remarksInAll: summary.remarksInAll + giants.length,
    },
  };
}

const TOO_MANY = `holds more than ${MOST_UPLOADED.toLocaleString('en')} records`;

/** The last part of a name, of harmless characters: nothing leads out of the folder, and none is hidden. */
function fileNameOf(filename: string): string {
  const last = filename.split(/[/\\]/).at(-1) ?? '';
  const harmless = last.replace(/[^\p{L}\p{N}._ ()-]/gu, '_').replace(/^[.\s-]+/, '');
  return harmless.slice(-100) || 'file';
}

/** @throws SourceError for what unpacks to more than any list of documents has */
async function refuseBomb(bytes: Uint8Array): Promise<void> {
  const isPacked = Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\x03\x04';
  if (!isPacked) return;
  const { unpackedSize } = await openParts(Buffer.from(bytes));
  if (unpackedSize > MOST_UNPACKED) {
    const size = Math.ceil(unpackedSize / 1024 / 1024).toLocaleString('en');
    throw new SourceError(`unpacks to ${size} MB, which is more than I read`);
  }
}

/** @param file whose path nobody is to see; what is said is said of it */
function summaryOf(report: ImportReport, file: string): UploadReport {
  const { notes, rejected, deleted, rejects, rejectsUnlisted, texts } = report;
  const said = (text: string) =>
    text
      .replaceAll(`${file}: `, '')
      .replaceAll(`${dirname(file)}${sep}`, '')
      .replace(/name them with --map title=(?:COLUMN|KEY)/, 'name two of them title and date')
      .slice(0, LONGEST_REASON);
  return {
    notes: notes.map(said),
    rejected,
    deleted,
    remarks: rejects.slice(0, REMARKS).map(({ line, reason }) => ({ line, reason: said(reason) })),
    remarksInAll: rejects.length + rejectsUnlisted,
    withText: texts.documents,
  };
}

/** Copies the documents of a corpus, but for those that are too long, each with its place. */
async function copyDocuments(corpus: string, to: string) {
  const { origins } = await readOrigins(corpus);
  const giants: UploadReport['remarks'][number][] = [];
  let total = 0;
  await pipeline(async function* () {
    for await (const { text } of readLines(corpus)) {
      const document: { id: string } = JSON.parse(text);
      const { line = null, place = null } = origins.get(document.id)?.[0] ?? {};
      if (text.length > LONGEST_DOCUMENT) giants.push({ line, reason: TOO_LONG });
      else {
        total += 1;
        yield `${JSON.stringify({ document, line, place } satisfies UploadedDocument)}\n`;
      }
    }
  }, createWriteStream(to));
  return { total, giants };
}
