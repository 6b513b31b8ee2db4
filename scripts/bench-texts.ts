import './quiet-pipe.ts';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packDocuments } from '../src/data/corpus/packed-documents.ts';
import { asTexts } from '../src/data/texts/by-document.ts';
import { indexDocuments } from '../src/search/index/index-documents.ts';
import { openArchive } from '../src/search/minisearch/create-archive.ts';
import { openIndex } from '../src/search/minisearch/search-index.ts';
import { buildTexts } from '../src/search/minisearch/texts/build-texts.ts';
import { asReadTexts } from '../src/search/minisearch/texts/read-texts.ts';
import { openTextDatabase } from '../src/search/minisearch/texts/schema.ts';
import { loadNames } from '../src/search/names/authority.ts';
import type { SearchedPart } from '../src/search/questions.ts';
import { madeCorpus } from './bench/made-corpus.ts';
import { madePages } from './bench/made-texts.ts';
import { NAMES } from './bench/questions.ts';
import { quantile } from './evaluation/measures.ts';
import { toDocument } from './peers/to-document.ts';

/**
 * `npm run -s bench:texts -- [--documents 30000]`: what made-up texts of 2,000 words each take, and how
 * long questions about them. Processor time is printed beside time: other work doesn't count in it.
 */
const QUESTIONS = 200;
const MB = 1024 * 1024;

const { values } = parseArgs({ options: { documents: { type: 'string', default: '30000' } } });
const documents = Number(values.documents);
const folder = await mkdtemp(join(tmpdir(), 'bench-texts-'));
try {
  const path = join(folder, 'texts.db');
  const building = processorMs();
  await buildTexts(path, asTexts(madePages(documents)), { settings: '', sources: '' });
  print(`built in ${((processorMs() - building) / 1000).toFixed(0)} s of processor time`);
  print(`${((await stat(path)).size / MB).toFixed(0)} MB on disk`);
  await ask(path);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function ask(path: string): Promise<void> {
  const packed = packDocuments((await madeCorpus(documents)).map(toDocument));
  const index = openIndex(packed, indexDocuments(packed), loadNames());
  index.setTexts(asReadTexts(openTextDatabase(path)));
  const archive = openArchive(index, { coverage: [], series: new Map(), readAt: new Date() });
  const texts: string[][] = [];
  for await (const { text } of madePages(QUESTIONS / 4)) texts.push(text.split(/\s+/));
  const some = (words: readonly string[], number: number, count: number) => {
    const at = (number * 13) % (words.length - count);
    return words.slice(at, at + count).join(' ');
  };
  const kinds: Record<string, (words: readonly string[], number: number) => string> = {
    terms: (words, number) => some(words, number, 3),
    'phrase of 2': (words, number) => `"${some(words, number + 1, 2)}"`,
    'phrase of 4': (words, number) => `"${some(words, number + 2, 4)}"`,
    name: (_, number) => NAMES[number % NAMES.length] ?? '',
  };
  for (const part of [undefined, 'records', 'texts'] as (SearchedPart | undefined)[]) {
    for (const [kind, questionOf] of Object.entries(kinds)) {
      const [times, processor]: [number[], number[]] = [[], []];
      for (const [number, words] of texts.entries()) {
        const [start, begun] = [performance.now(), processorMs()];
        await archive.search({
          text: questionOf(words, number),
          filter: {},
          ...(part && { in: part }),
          sort: 'relevance',
          facets: true,
          collapses: true,
          offset: 0,
          limit: 5,
        });
        times.push(performance.now() - start);
        processor.push(processorMs() - begun);
      }
      const shown = [times, processor].map(
        (all) => `${quantile(all, 0.5).toFixed(1)} / ${quantile(all, 0.99).toFixed(1)}`,
      );
      print(
        `${(part ?? 'both').padEnd(8)} ${kind.padEnd(12)} ms ${shown[0]}  processor ${shown[1]}`,
      );
    }
  }
  print(`${(process.memoryUsage().rss / MB).toFixed(0)} MB resident`);
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
