import { expect, test } from 'vitest';
import { sourcesCard } from '../../src/cards/sources-card.ts';
import type { SourceStatus } from '../../src/sources/followed-sources.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const HOUR = 60 * 60_000;

function status(more: Partial<SourceStatus>, error: string | null = null): SourceStatus {
  const followedAt = new Date(NOW.getTime() - HOUR).toISOString();
  return {
    name: 'letters',
    kind: 'url',
    every: 6 * HOUR,
    next: new Date(NOW.getTime() + HOUR),
    state: {
      kind: 'url',
      asks: '',
      watermark: null,
      triedAt: followedAt,
      followedAt,
      fullAt: null,
      notBefore: null,
      outcome: { added: 3, changed: 0, deleted: 1, failed: 0, documents: 1200, error },
    },
    ...more,
  };
}

const linesOf = (...sources: SourceStatus[]) =>
  sourcesCard(sources, NOW).description?.split('\n') ?? [];

test('a source that was followed', () => {
  expect(linesOf(status({}))).toEqual([
    '**letters** (url, every 6 hours)',
    'Followed <t:1772362800:R>: 3 added, 1 deleted. It holds 1,200 documents.',
    'Next: <t:1772370000:R>.',
  ]);
});

test('one that failed, whose words format and ping nothing', () => {
  const lines = linesOf(status({ name: 'a_b_c', next: NOW }, 'No *answer*, @everyone.'));
  expect(lines).toEqual([
    '**a\\_b\\_c** (url, every 6 hours)',
    '⚠ Failed <t:1772362800:R>: No \\*answer\\*, @\u200beveryone.',
    'Last followed <t:1772362800:R>; its 1,200 documents stay as they are.',
    'Next: now.',
  ]);
});

test('one that wasn’t followed yet, and one that is no longer listed', () => {
  expect(linesOf(status({ state: undefined, every: 24 * HOUR }))).toEqual([
    '**letters** (url, every day)',
    'Not followed yet; it will be soon.',
  ]);
  expect(linesOf(status({ every: null, next: null }))[1]).toBe(
    'No longer among the sources; its 1,200 documents stay as they are.',
  );
});

test('any number of sources fits into an embed', () => {
  const many = Array.from({ length: 60 }, (_, at) =>
    status({ name: `source ${at}` }, '*'.repeat(500)),
  );
  const { description = '' } = sourcesCard(many, NOW);
  expect(description.length).toBeLessThanOrEqual(4096);
  expect(description).toContain('and 35 more');
});
