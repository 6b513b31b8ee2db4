import { expect } from 'vitest';
import type { Document } from '../../src/data/corpus/document.ts';
import type { Page } from '../../src/data/texts/page.ts';
import { openChosenMatcher } from '../../src/open-archive.ts';
import { runWatches } from '../../src/watches/watching.ts';
import { openAt } from '../daily-post/open-at.ts';
import { archiveOf } from '../support/archives.ts';
import { aDocument } from '../support/documents.ts';
import { said } from '../support/messages.ts';
import { recordLog } from '../support/recorded-log.ts';

const match = openChosenMatcher({ names: undefined });

/** A document about something. */
export const about = (id: string, description: string, overrides: Partial<Document> = {}) =>
  aDocument({ id, title: `Paper ${id}`, description, ...overrides });

/** A room whose archive changes as a test says, and whose watches are asked then. */
export async function openWatched(documents: readonly Document[]) {
  let readAt = Date.parse('2026-12-01T09:00:00Z');
  const room = await openAt('2026-12-01T09:00:00Z', documents);
  const { services, discord } = room;
  const { log, lines } = recordLog();
  const run = () => runWatches(services, match, log);
  return {
    ...room,
    lines,
    run,
    /** Another corpus takes the place of the one before. */
    load(loaded: readonly Document[], pages: readonly Page[] = []) {
      readAt += 60_000;
      services.archive = archiveOf(loaded, { readAt: new Date(readAt), pages });
    },
    /** The same, and the watches are asked. */
    async change(loaded: readonly Document[], pages: readonly Page[] = []) {
      this.load(loaded, pages);
      room.later(60_000);
      await run();
      expect(lines).toEqual([]);
    },
    watch: (doing: string, values = {}, as = 'ada') => discord.as(as).run(`watch ${doing}`, values),
    told: (as = 'ada') => discord.messages('dm', as).map(said),
  };
}
