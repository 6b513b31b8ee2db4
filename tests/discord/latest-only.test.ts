import { expect, test } from 'vitest';
import { createLatestOnly } from '../../src/discord/latest-only.ts';

function setUp() {
  const latest = createLatestOnly();
  const asked: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (key: string, name: string) =>
    latest(key, async () => {
      asked.push(name);
      await new Promise<void>((resolve) => ends.set(name, resolve));
      return name;
    });
  const end = async (name: string) => {
    await expect.poll(() => ends.has(name)).toBe(true);
    ends.get(name)?.();
  };
  return { latest, asked, ask, end };
}

test('of many questions of one person only the last is asked after the one under way', async () => {
  const { asked, ask, end } = setUp();
  const first = ask('ada', 'K');
  await expect.poll(() => asked).toEqual(['K']);
  const others = ['Kh', 'Khr', 'Khru'].map((name) => ask('ada', name));
  await end('K');
  await end('Khru');
  expect(await Promise.all([first, ...others])).toEqual([undefined, undefined, undefined, 'Khru']);
  expect(asked).toEqual(['K', 'Khru']);
});

test('people don’t wait for each other, nor questions one after the other', async () => {
  const { ask, end } = setUp();
  const ofAda = ask('ada', 'slow');
  const ofBen = ask('ben', 'quick');
  await end('quick');
  expect(await ofBen).toBe('quick');
  await end('slow');
  expect(await ofAda).toBe('slow');
  const next = ask('ada', 'next');
  await end('next');
  expect(await next).toBe('next');
});

test('a question that fails says so, and keeps no later one from its answer', async () => {
  const { latest } = setUp();
  const failing = latest('ada', () => Promise.reject(new Error('on fire')));
  await expect(failing).rejects.toThrow('on fire');
  expect(await latest('ada', async () => 'next')).toBe('next');
});
