import type { APIMessage } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import type { View } from '../../src/control/view.ts';
import { applyEvent } from '../../src/page/apply-event.ts';
import { suggestedWord } from '../../src/page/suggested-word.ts';

const message = (id: string, content: string) => ({ id, content }) as APIMessage;
const VIEW = {
  messages: [message('1', 'one'), message('2', 'two')],
  attempts: [{ id: '9', state: 'pending' }],
  isConnected: true,
} as unknown as View;

test('a message is added at the end, or replaced where it stands', () => {
  const added = applyEvent(VIEW, { type: 'message', message: message('3', 'three') });
  expect(added.messages.map(({ id }) => id)).toEqual(['1', '2', '3']);
  const edited = applyEvent(added, { type: 'message', message: message('1', 'changed') });
  expect(edited.messages.map(({ content }) => content)).toEqual(['changed', 'two', 'three']);
});

test('what is gone is gone, and nothing else', () => {
  expect(applyEvent(VIEW, { type: 'message-gone', id: '1' }).messages).toHaveLength(1);
  expect(applyEvent(VIEW, { type: 'attempt-over', id: '9' }).attempts).toEqual([]);
  expect(applyEvent(VIEW, { type: 'message-gone', id: '7' })).toEqual(VIEW);
});

test('the beginning replaces everything', () => {
  const view = { ...VIEW, messages: [] };
  expect(applyEvent(VIEW, { type: 'view', view })).toBe(view);
});

test('a word is suggested that a title has', () => {
  const title = (name: string) => ({ name, value: name });
  expect(
    suggestedWord([title('On the war'), title('Notes by Anastas Mikoyan (31 January 1949)')]),
  ).toBe('Mikoyan');
  expect(suggestedWord([])).toBeUndefined();
});
