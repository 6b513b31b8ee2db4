import { expect, test } from 'vitest';
import { subscriptionState } from '../../src/health/subscription-state.ts';

const subscription = {
  time: '09:00',
  zone: 'Asia/Kathmandu',
  setAt: new Date('2026-01-01T00:00:00Z'),
  paused: undefined,
};
/** 09:00 in Kathmandu is 03:15 here. */
const at = (time: string) => new Date(`2026-01-05T${time}Z`);
const ended = (state: 'posted' | 'late' | 'claimed', day = '2026-01-05') => ({ day, state });

test.each([
  ['its time has just come', undefined, '03:15:00', 'due'],
  ['somebody is at it', ended('claimed'), '03:19:59', 'due'],
  ['it has been due for over five minutes', undefined, '03:20:01', 'late'],
  ['it is posted', ended('posted'), '03:15:20', 'posted'],
  ['it was skipped', ended('late'), '23:00:00', 'late'],
  [
    'yesterday’s was posted and today’s is to come',
    ended('posted', '2026-01-04'),
    '03:14:59',
    'posted',
  ],
  [
    'yesterday’s was posted and today’s time has come',
    ended('posted', '2026-01-04'),
    '03:15:01',
    'due',
  ],
])('%s', (_, latest, time, state) => {
  expect(subscriptionState(subscription, latest, at(time))).toBe(state);
});

test('before the first time it waits, and paused it is that', () => {
  const setAt = at('03:16:00');
  expect(subscriptionState({ ...subscription, setAt }, undefined, at('12:00:00'))).toBe('waiting');
  expect(
    subscriptionState({ ...subscription, paused: 'gone' }, ended('posted'), at('12:00:00')),
  ).toBe('paused');
});
