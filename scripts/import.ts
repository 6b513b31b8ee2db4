import { parseArgs } from 'node:util';
import { importFiles } from '../src/data/import/import-files.ts';
import { printReport } from '../src/data/import/report.ts';

const USAGE = `Usage: npm run -s import -- <file or folder>... --out <corpus.jsonl> [--collection NAME] [--json]

Reads an archive's listing pages, saved as text, into a corpus. Documents it holds already are kept.

  --out         the corpus to make or add to; coverage is written beside it
  --collection  the collection's name; left out, the pages or their files name it
  --json        report as one JSON object
`;

const request = process.argv.includes('--help') ? 'help' : readArguments();
if (request === 'help') {
  process.stdout.write(USAGE);
} else if (request) {
  const { written, report } = await importFiles(request);
  process.stdout.write(
    request.json ? `${JSON.stringify(report)}\n` : printReport(report, written, request.out),
  );
  process.exitCode = written ? 0 : 1;
} else {
  process.exitCode = 2;
}

function readArguments() {
  try {
    const { values, positionals: paths } = parseArgs({
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        collection: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const { out, json } = values;
    const collection = values.collection?.trim() ?? null;
    if (paths.length === 0) return wrongUsage('Name a file or a folder to read.');
    if (!out?.trim()) return wrongUsage('Name the corpus to write: --out corpus.jsonl');
    if (collection === '') return wrongUsage('--collection needs a name.');
    return { paths, out, collection, json };
  } catch (error) {
    return wrongUsage((error as Error).message);
  }
}

function wrongUsage(reason: string): undefined {
  process.stderr.write(`${reason}\n\n${USAGE}`);
}
