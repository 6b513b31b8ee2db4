import './quiet-pipe.ts';
import { parseArgs } from 'node:util';
import { readProcessConfig } from '../src/config.ts';
import { type Corpus, loadCorpus } from '../src/data/corpus/corpus.ts';
import { reportOn } from '../src/data/corpus/report/corpus-report.ts';
import { formatCorpusReport } from '../src/data/corpus/report/format-report.ts';
import { readOrigins } from '../src/data/import/origins-file.ts';
import type { Origin } from '../src/data/import/spooled-document.ts';
import { reportOnTexts } from '../src/data/texts/text-report.ts';
import { UserError } from '../src/errors.ts';
import { exitCodeOf } from './exit-code.ts';

const USAGE = `Usage: npm run -s corpus -- report <corpus.jsonl>... [--json]
       npm run -s corpus -- show <id> [<corpus.jsonl>...] [--json]

  report  what a corpus holds: by collection and precision, its span, what is undated, its texts,
          likely placeholders and duplicates, and what the archive lists and the corpus lacks
  show    a document, and the file and line or record that it was read from

Without a corpus, the one that CORPUS names, or else the starter corpus.
`;

process.exitCode = await exitCodeOf(run, USAGE);

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean' } },
  });
  const [command, ...rest] = positionals;
  const isKnown = command === 'report' || (command === 'show' && rest.length > 0);
  if (values.help || !isKnown) {
    (values.help ? process.stdout : process.stderr).write(USAGE);
    return values.help ? 0 : 2;
  }
  const named = command === 'show' ? rest.slice(1) : rest;
  const paths = named.length > 0 ? named : readProcessConfig().corpus;
  const corpus = await loadCorpus(paths);
  const said =
    command === 'report'
      ? await report(corpus, paths, values.json)
      : await show(corpus, paths, rest[0] ?? '', values.json);
  process.stdout.write(said);
  return 0;
}

async function report(corpus: Corpus, paths: readonly string[], asJson: boolean): Promise<string> {
  const texts = await reportOnTexts(paths, (id) => corpus.byId.has(id));
  const made = { ...reportOn(corpus), texts };
  return asJson ? `${JSON.stringify(made)}\n` : formatCorpusReport(made);
}

async function show(
  corpus: Corpus,
  paths: readonly string[],
  id: string,
  asJson: boolean,
): Promise<string> {
  const document = corpus.byId.get(id);
  if (!document) throw new UserError(`There is no document "${id}".`);
  const origins = await Promise.all(paths.map(readOrigins));
  const known = origins.flatMap((one) => one.origins.get(id) ?? []);
  const [origin = null, ...others] = known;
  const also = others.length > 0 ? { alsoFrom: others } : {};
  if (asJson) return `${JSON.stringify({ document, origin, ...also })}\n`;
  const from = known.map(describeOrigin).join('\nalso ') || 'where it was read from is not known';
  return `${JSON.stringify(document, null, 2)}\n${from}\n`;
}

function describeOrigin({ file, line, place, source, record }: Origin): string {
  const where = `${file}${line ? `:${line}` : ''}${place ? ` (${place})` : ''}`;
  const read = file ? `read from ${where}` : 'imported, it is not known from where';
  if (!source) return read;
  return `${read}, for the source “${source}”${record ? `, record ${record}` : ''}`;
}
