import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCorpus } from '../../src/data/corpus/corpus.ts';
import { importFiles } from '../../src/data/import/import-files.ts';
import { UserError } from '../../src/errors.ts';
import descriptions from './descriptions.json' with { type: 'json' };

/**
 * The documents of a listing page, each with a description of our own.
 * @throws UserError if the page holds a title that has none
 */
export async function sinoSoviet(page: string) {
  const folder = await mkdtemp(join(tmpdir(), 'reading-room-starter-'));
  try {
    const out = join(folder, 'corpus.jsonl');
    const { report } = await importFiles({
      paths: [page],
      out,
      collection: 'Sino-Soviet Relations',
    });
    if (report.rejected > 0) throw new UserError(`${page}: ${report.rejects[0]?.reason}`);
    const { coverage, documents } = await loadCorpus([out]);
    const own: Readonly<Record<string, string>> = descriptions;
    return {
      coverage,
      documents: documents.map((document) => {
        const description = own[document.title];
        if (description) return { ...document, description };
        throw new UserError(`descriptions.json has none for "${document.title}".`);
      }),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
