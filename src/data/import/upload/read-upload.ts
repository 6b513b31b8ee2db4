import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { readLines } from '../../corpus/read-lines.ts';
import { SourceError } from '../format.ts';
import { importFiles } from '../import-files.ts';
import { readOrigins } from '../origins-file.ts';
import type { ImportReport } from '../report.ts';
import { openParts } from '../table/workbook/parts.ts';

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

/** A document as a line of a corpus, and where it stands in the file. */
type UploadedDocument = {
  id: string;
  json: string;
  line: number | null;
  place: string | null;
};

/** What a file holds, or why it isn't read. */
export type UploadContents =
  | { documents: readonly UploadedDocument[]; report: UploadReport }
  | { problem: string };

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
const REMARKS = 50;
/** No reason quotes more of a file than this. */
const LONGEST_REASON = 300;

/** Reads a file that somebody has sent as an import would, into documents. */
export async function readUpload(upload: Upload): Promise<UploadContents> {
  const { bytes, collection, folder } = upload;
  const name = fileNameOf(upload.filename);
  try {
    await refuseBomb(bytes);
  } catch (error) {
    if (error instanceof SourceError) return { problem: error.message };
    throw error;
  }
  const file = join(folder, name);
  await writeFile(file, bytes);
  let records = 0;
  const out = join(folder, 'read', 'corpus.jsonl');
  await mkdir(dirname(out), { recursive: true });
  const { written, report } = await importFiles({
    paths: [file],
    out,
    collection,
    temporary: folder,
    progressed() {
      records += 1;
      if (records > MOST_UPLOADED) throw new SourceError(TOO_MANY);
    },
  });
  if (records > MOST_UPLOADED) return { problem: TOO_MANY };
  const summary = summaryOf(report, folder);
  if (!written) {
    const [first] = summary.remarks;
    return { problem: first?.reason ?? 'holds no documents' };
  }
  return withoutGiants(await documentsIn(out), summary);
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

/** @param folder whose path nobody is to see: of the file, only the name is said */
function summaryOf(report: ImportReport, folder: string): UploadReport {
  const { notes, rejected, deleted, rejects, rejectsUnlisted, texts } = report;
  const said = (text: string) => text.replaceAll(`${folder}${sep}`, '').slice(0, LONGEST_REASON);
  return {
    notes: notes.map(said),
    rejected,
    deleted,
    remarks: rejects.slice(0, REMARKS).map(({ line, reason }) => ({ line, reason: said(reason) })),
    remarksInAll: rejects.length + rejectsUnlisted,
    withText: texts.documents,
  };
}

async function documentsIn(corpus: string): Promise<UploadedDocument[]> {
  const { origins } = await readOrigins(corpus);
  const documents: UploadedDocument[] = [];
  for await (const { text } of readLines(corpus)) {
    const { id } = JSON.parse(text) as { id: string };
    const { line = null, place = null } = origins.get(id)?.[0] ?? {};
    documents.push({ id, json: text, line, place });
  }
  return documents;
}

function withoutGiants(all: readonly UploadedDocument[], report: UploadReport): UploadContents {
  const documents = all.filter(({ json }) => json.length <= LONGEST_DOCUMENT);
  const giants = all.filter(({ json }) => json.length > LONGEST_DOCUMENT);
  const reason = `is longer than ${LONGEST_DOCUMENT.toLocaleString('en')} characters and was not taken`;
  if (documents.length === 0) return { problem: `holds nothing but a record that ${reason}` };
  return {
    documents,
    report: {
      ...report,
      rejected: report.rejected + giants.length,
      remarks: [...giants.map(({ line }) => ({ line, reason })), ...report.remarks],
      remarksInAll: report.remarksInAll + giants.length,
    },
  };
}
