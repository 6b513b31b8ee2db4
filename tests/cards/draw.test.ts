import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { draw } from '../../src/cards/chart/draw.ts';
import { timelineChart } from '../../src/cards/chart/timeline-chart.ts';

const buckets = Array.from({ length: 100 }, (_, i) => ({
  from: `${1850 + i}-01-01`,
  all: i,
  meant: 1,
}));
const none = { all: 0, meant: 0 };
const plan = timelineChart({ unit: 'year', buckets, rough: none, undated: none }, 'all documents', {
  all: 'all',
  meant: 'found',
});

test('pictures are drawn, several at once, while this thread is free', async () => {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const began = performance.now();
  const pictures = await Promise.all([draw(plan), draw(plan), draw(plan)]);
  delay.disable();
  for (const bytes of pictures) expect([...bytes.slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
  expect(delay.max / 1e6).toBeLessThan((performance.now() - began) / 2);
});

test('a plan that can’t be drawn fails alone', async () => {
  await expect(draw({ mark: 'nonsense' } as unknown as typeof plan)).rejects.toThrow();
  expect((await draw(plan)).length).toBeGreaterThan(1000);
});
