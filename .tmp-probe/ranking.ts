import { loadCorpus } from '../src/data/corpus/corpus.ts';
import { starterCorpus } from '../src/data/starter.ts';
import { joinArchives } from '../src/search/joined/join-archives.ts';
import { createArchive } from '../src/search/minisearch/create-archive.ts';
import { loadNames } from '../src/search/names/authority.ts';
import { readCollection } from '../scripts/evaluation/collection.ts';
import { shortQuestions } from '../scripts/evaluation/short-questions.ts';
import { toDocument } from '../scripts/peers/to-document.ts';
import { textsBesideTitle } from '../src/search/text/searched-text.ts';
import { ndcg10, reciprocalRank, mean } from '../scripts/evaluation/measures.ts';
const part = Number(process.argv[2] ?? 0.05);
const folders = process.argv.slice(3);
const names = loadNames();
const beside = { coverage: [], series: new Map(), readAt: new Date() };
function rnd(seed: number) { return () => { seed = (seed * 1664525 + 1013904223) >>> 0; return seed / 2 ** 32; }; }
async function run(name: string, documents: any[], questions: any[]) {
  const r = rnd(7);
  const isAdded = documents.map(() => r() < part);
  const own = documents.filter((_, i) => !isAdded[i]); const added = documents.filter((_, i) => isAdded[i]);
  const one = createArchive({ ...beside, documents }, names);
  const corpus = createArchive({ ...beside, documents: own }, names);
  const more = createArchive({ ...beside, documents: added }, names);
  const joined = joinArchives(corpus, more);
  // naive: merged by each one's own scores
  const naive = async (q: any) => {
    const [a, b] = await Promise.all([corpus.search(q), more.search(q)]);
    return [...a.hits, ...b.hits].sort((x, y) => y.score - x.score).slice(0, q.limit).map((h) => h.document.id);
  };
  const rows: any[] = [];
  for (const { text, judged } of questions) {
    const q = { text, filter: {}, sort: 'relevance' as const, offset: 0, limit: 10 };
    const a = (await one.search(q)).hits.map((h) => h.document.id);
    const t = performance.now();
    const page = await joined.search(q);
    const ms = performance.now() - t;
    const b = page.hits.map((h) => h.document.id);
    const n = await naive(q);
    const addedIds = new Set(added.map((d: any) => d.id));
    const ownOnly = (await one.search({ ...q, limit: 60 })).hits.map((h) => h.document.id).filter((id) => !addedIds.has(id)).slice(0, 10);
    const corpusOnly = (await corpus.search(q)).hits.map((h) => h.document.id);
    const floor = ownOnly.length === 0 ? 1 : corpusOnly.filter((id) => ownOnly.includes(id)).length / ownOnly.length;
    const over = (x: string[]) => a.length === 0 ? 1 : x.filter((id) => a.includes(id)).length / a.length;
    rows.push({ floor, floorTop: Number(ownOnly[0] === corpusOnly[0]), top: Number(a[0] === b[0]), topN: Number(a[0] === n[0]), over: over(b), overN: over(n),
      m1: reciprocalRank(a, judged), mj: reciprocalRank(b, judged), mn: reciprocalRank(n, judged),
      n1: ndcg10(a, judged), nj: ndcg10(b, judged), nn: ndcg10(n, judged), ms,
      total: Number((await one.search({ ...q, limit: 0 })).total === page.total) });
  }
  const f = (k: string) => mean(rows.map((x) => x[k])).toFixed(3);
  console.log(name, documents.length, added.length, questions.length, 'top1 joined', f('top'), 'naive', f('topN'), '| overlap10 joined', f('over'), 'naive', f('overN'), 'floor', f('floor'), f('floorTop'), '| MRR one', f('m1'), 'joined', f('mj'), 'naive', f('mn'), '| nDCG one', f('n1'), 'joined', f('nj'), 'naive', f('nn'), '| same total', f('total'), 'ms', f('ms'));
}
const { documents } = await loadCorpus(starterCorpus());
const peers = documents.map((d) => ({ id: d.id, title: d.title, text: textsBesideTitle(d).join('\n') }));
await run('starter', [...documents], shortQuestions(peers, 1, 400));
for (const folder of folders) {
  const c = await readCollection(folder);
  await run(c.name, c.documents.map(toDocument), c.questions as any);
}
