import './quiet-pipe.ts';
import { parseArgs } from 'node:util';
import iconv from 'iconv-lite';
import { readMap } from '../src/data/import/field-map.ts';
import { formats } from '../src/data/import/formats.ts';
import { importFiles } from '../src/data/import/import-files.ts';
import type { ImportRequest } from '../src/data/import/import-request.ts';
import { formatReport } from '../src/data/import/report.ts';
import { isTextsPath } from '../src/data/texts/page.ts';
import { UserError } from '../src/errors.ts';
import { showProgress } from './import-progress.ts';
import { setMemoryFlags } from './v8-memory-flags.ts';

const USAGE = `Usage: npm run -s import -- <file or folder>... --out <corpus.jsonl> [options]

Reads a team's archive files into a corpus. Documents that are already in it stay.

  --out         the corpus to create or add to; texts, coverage, origins and rejects are written
                beside it
  --collection  the collection's name; by default the files name it
  --format      one of ${formats.map(({ name }) => name).join(', ')}; by default the content decides
  --map         fields and the columns that fill them: title=Subject,date=Sent
  --encoding    the encoding of texts: windows-1251, koi8-r, gb18030, shift-jis, macroman;
                by default it is detected for each text, and a guess is reported
  --century     the first year of the century that two-digit years are in: 1900; by default
                they are read only if the full dates of the same file decide it
  --texts       a folder with the texts of documents, each file named for one: txt, md, html, pdf,
                hOCR or ALTO
  --no-text     leave texts out; those that the corpus has stay
  --prune       remove documents that their source no longer has, and list them
  --json        report as one JSON object

A file named - is standard input.
`;

const request = process.argv.includes('--help') ? 'help' : readArguments();
if (request === 'help') {
  process.stdout.write(USAGE);
} else if (request) {
  setMemoryFlags();
  const progress = showProgress(process.stderr);
  const { written, report } = await importFiles({ ...request, progressed: progress.show });
  progress.end();
  process.stdout.write(
    request.json ? `${JSON.stringify(report)}\n` : formatReport(report, written, request.out),
  );
  process.exitCode = written ? 0 : 1;
} else {
  process.exitCode = 2;
}

function readArguments(): (ImportRequest & { json: boolean }) | undefined {
  try {
    const { values, positionals: paths } = parseArgs({
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        collection: { type: 'string' },
        format: { type: 'string' },
        map: { type: 'string', multiple: true, default: [] },
        encoding: { type: 'string' },
        century: { type: 'string' },
        texts: { type: 'string' },
        'no-text': { type: 'boolean', default: false },
        prune: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const { out, json, prune: prunes } = values;
    const collection = values.collection?.trim() ?? null;
    const texts = values.texts?.trim() || null;
    const withTexts = !values['no-text'];
    if (paths.length === 0 && !texts) return wrongUsage('Name a file or a folder to read.');
    if (!out?.trim()) return wrongUsage('Name the corpus to write: --out corpus.jsonl');
    if (isTextsPath(out)) {
      return wrongUsage(`--out: ${out} would be the texts of a corpus; name the corpus itself.`);
    }
    if (texts && !withTexts) return wrongUsage('--texts and --no-text exclude each other.');
    if (collection === '') return wrongUsage('--collection needs a name.');
    const format = formats.find(({ name }) => name === values.format) ?? null;
    if (values.format !== undefined && !format) {
      return wrongUsage(`--format: there is no format "${values.format}".`);
    }
    const encoding = values.encoding?.trim() ?? null;
    if (encoding !== null && !iconv.encodingExists(encoding)) {
      return wrongUsage(`--encoding: there is no encoding "${encoding}".`);
    }
    const years = readCentury(values.century);
    if (years === undefined) return wrongUsage('--century needs the first year of one: 1900.');
    const map = readMap(values.map);
    return {
      paths,
      out,
      years,
      encoding,
      collection,
      format,
      map,
      texts,
      withTexts,
      prunes,
      json,
    };
  } catch (error) {
    const isOurs = error instanceof UserError || (error as { code?: string }).code !== undefined;
    if (!isOurs) throw error;
    return wrongUsage((error as Error).message);
  }
}

/** @returns undefined for what is no first year of a century */
function readCentury(text: string | undefined): [number, number] | null | undefined {
  if (text === undefined) return null;
  return /^\d\d00$/.test(text) ? [Number(text), Number(text) + 99] : undefined;
}

function wrongUsage(reason: string): undefined {
  process.stderr.write(`${reason}\n\n${USAGE}`);
}
