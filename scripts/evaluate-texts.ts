import './quiet-pipe.ts';
import { parseArgs } from 'node:util';
import { loadCorpus } from '../src/data/corpus/corpus.ts';
import type { Page } from '../src/data/texts/page.ts';
import { readPages } from '../src/data/texts/read-pages.ts';
import { UserError } from '../src/errors.ts';
import { createArchive } from '../src/search/minisearch/create-archive.ts';
import { loadNames } from '../src/search/names/authority.ts';
import type { SearchedPart } from '../src/search/questions.ts';
import { textsBesideTitle } from '../src/search/text/searched-text.ts';
import { shortQuestions } from './evaluation/short-questions.ts';
import {
  recordHoldingAll,
  type TextQuestion,
  textQuestions,
  textsHoldingAll,
} from './evaluation/text-questions.ts';

/**
 * `npm run -s evaluate:texts -- <corpus.jsonl>... [--seed 1]`: how well records and texts are searched
 * together, and each alone: by questions whose words stand in texts alone, and by short ones made of
 * the records, apart from each other where a text that isn't meant holds all of the words too, and
 * where a record that is meant does. Of each the mean reciprocal rank, and the share of answers among
 * the first ten.
 */
const QUESTIONS = 300;
const LOOKED_AT = 10;
const PARTS: readonly (SearchedPart | undefined)[] = [undefined, 'records', 'texts'];

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: '1' } },
  });
  await evaluate(positionals, Number(values.seed));
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function evaluate(paths: readonly string[], seed: number): Promise<void> {
  const corpus = await loadCorpus(paths);
  const pages: Page[] = [];
  for (const path of paths) for await (const { page } of readPages(path)) pages.push(page);
  const { documents } = corpus;
  const archive = createArchive({ ...corpus, pages }, loadNames());
  const ofTexts = textQuestions(documents, pages, seed, QUESTIONS);
  const peerDocuments = documents.map((one) => ({
    id: one.id,
    title: one.title,
    text: textsBesideTitle(one).join('\n'),
  }));
  const ofRecords = shortQuestions(peerDocuments, seed, QUESTIONS).map(
    ({ text, judged }): TextQuestion => ({ text, relevant: new Set(judged.keys()) }),
  );

  async function measure(questions: readonly TextQuestion[], part: SearchedPart | undefined) {
    let [ranks, found, answers] = [0, 0, 0];
    for (const { text, relevant } of questions) {
      const { hits } = await archive.search({
        text,
        filter: {},
        ...(part && { in: part }),
        sort: 'relevance',
        offset: 0,
        limit: LOOKED_AT,
      });
      const at = hits.map(({ document }) => relevant.has(document.id));
      const first = at.indexOf(true);
      if (first >= 0) ranks += 1 / (first + 1);
      found += at.filter(Boolean).length;
      answers += relevant.size;
    }
    const mrr = (ranks / questions.length).toFixed(3);
    return `MRR ${mrr}  Recall@${LOOKED_AT} ${(found / answers).toFixed(3)}  ${questions.length} questions`;
  }

  process.stdout.write(`${documents.length} documents, ${pages.length} pages\n`);
  const answeredByTexts = textsHoldingAll(pages);
  const answeredByRecord = recordHoldingAll(
    peerDocuments.map(({ id, title, text }) => ({ id, text: `${title}\n${text}` })),
  );
  const beside = ofRecords.filter(answeredByTexts);
  for (const [name, questions] of [
    ['words of texts alone', ofTexts],
    ['words of records, and no text has all', ofRecords.filter((one) => !answeredByTexts(one))],
    ['words of records, and a text has all', beside],
    ['… of which a record has all', beside.filter(answeredByRecord)],
    ['… of which a record has one', beside.filter((one) => !answeredByRecord(one))],
  ] as const) {
    for (const part of PARTS) {
      const line = await measure(questions, part);
      process.stdout.write(`${name.padEnd(38)} ${(part ?? 'both').padEnd(8)} ${line}\n`);
    }
  }
}
