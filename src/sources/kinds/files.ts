import { z } from 'zod';
import { unreadable } from '../../data/corpus/problem.ts';
import { type Found, SourceError } from '../../data/import/format.ts';
import { COMMON } from '../settings/common-settings.ts';
import { READING } from '../settings/reading-settings.ts';
import { FileState, fileState } from './file-state.ts';
import { defineKind } from './kind.ts';
import { namedFiles } from './named-files.ts';
import { openPart } from './open-part.ts';

/** Files and folders of this machine, read as an import reads them. */
export const files = defineKind(
  z.strictObject({
    ...COMMON,
    kind: z.literal('files'),
    paths: z.array(z.string().min(1)).min(1, 'must name a file, a folder or a glob'),
    ...READING,
  }),
  {
    watermark: z.record(z.string(), FileState),
    addresses: () => [],
    async follow(settings, { watermark, folder, base, leftOut, take }) {
      const states: Record<string, FileState> = {};
      const unchangedParts = new Set<string>();
      let isNews = false;
      for (const file of await namedFiles(settings.paths, base, leftOut)) {
        const before = watermark?.[file];
        try {
          const state = await fileState(file, before, Date.now());
          states[file] = state;
          if (before?.sha256 === state.sha256) {
            unchangedParts.add(file);
            continue;
          }
          isNews = true;
          const { part } = await openPart(file, folder, settings);
          await take({ ...part, isCorpus: file.endsWith('.jsonl'), mayBreakOff: true });
        } catch (error) {
          const reason = error instanceof SourceError ? error.message : unreadable(error);
          // It is read again the next time.
          isNews = true;
          delete states[file];
          await take({ name: file, found: refused(reason), collection: null });
        }
      }
      const isSame =
        watermark !== null && unchangedParts.size === Object.keys(watermark).length && !isNews;
      return { extent: isSame ? 'nothing' : 'everything', unchangedParts, watermark: states };
    },
  },
);

async function* refused(reason: string): AsyncGenerator<Found> {
  yield { kind: 'refused', line: null, reason, raw: '' };
}
