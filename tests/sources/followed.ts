import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCorpus } from '../../src/data/corpus/corpus.ts';
import { importFiles } from '../../src/data/import/import-files.ts';
import type { SyncReport } from '../../src/sources/follow/report.ts';
import { sync } from '../../src/sources/follow/sync.ts';
import type { SyncRequest } from '../../src/sources/follow/sync-request.ts';
import { LIMITS } from '../../src/sources/requests/limits.ts';
import { readSources } from '../../src/sources/settings/sources-file.ts';

/** A folder with a corpus that follows sources. */
export async function openFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'sources-'));
  const out = join(folder, 'corpus.jsonl');
  const path = (name: string) => join(folder, name);
  return {
    folder,
    out,
    path,
    write: (name: string, text: string) => writeFile(path(name), text),
    /** Follows sources once, as their settings in YAML say. */
    follow: (settings: string, more: Partial<SyncRequest> = {}): Promise<SyncReport> =>
      sync({
        sources: readSources(settings, 'sources.yaml'),
        out,
        base: folder,
        userAgent: 'ReadingRoom/test',
        environment: {},
        limits: { ...LIMITS, pauseMs: 1 },
        ...more,
      }),
    /** Imports a file by hand. */
    import: (name: string) => importFiles({ paths: [path(name)], out, collection: null }),
    /** The titles in the corpus, in alphabetical order. */
    async titles(): Promise<string[]> {
      const { documents } = await loadCorpus([out]);
      return documents.map(({ title }) => title).sort();
    },
    async origins(): Promise<{ id: string; source?: string; record?: string; file: string }[]> {
      const lines = await readFile(path('corpus.origins.jsonl'), 'utf8');
      return lines
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
    },
  };
}

/** A table of letters, each with a day that its title decides. */
export const table = (...titles: readonly string[]): string =>
  ['Title,Date', ...titles.map((title) => `${title},${1900 + title.charCodeAt(0)}-05-01`), ''].join(
    '\n',
  );

/** The counts of a report's only source. */
export function only({ sources }: SyncReport) {
  const [one] = sources;
  if (!one || sources.length > 1) throw new Error('there is more than one source, or none');
  const { added, changed, deleted, failed, documents, error } = one;
  return { added, changed, deleted, failed, documents, error };
}
