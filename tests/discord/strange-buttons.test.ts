import { expect, test } from 'vitest';
import { archive } from '../commands/fixtures.ts';
import { isPrivate, said } from '../support/messages.ts';
import { recordLog } from '../support/recorded-log.ts';
import { openRoom } from '../support/room.ts';

/** Buttons that no command has, posted with the bot's own token. */
const STRANGE = ['search:constructor', 'document:toString', '__proto__:open', 'nobody:knows', 'x'];

test('a button that no command has, or that every object has, is answered and not logged as an error', async () => {
  const { log, errors } = recordLog();
  const { discord } = await openRoom(archive, { log });
  const components = [
    {
      type: 1,
      components: STRANGE.map((id) => ({ type: 2, style: 2, label: id, custom_id: id })),
    },
  ];
  const posted = await fetch(
    `${discord.apiUrl}/v10/channels/${discord.channels.general}/messages`,
    {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: 'Buttons', components }),
    },
  );
  const { id } = (await posted.json()) as { id: string };
  for (const strange of STRANGE) {
    const answer = await (await discord.as('ada').click(id, strange)).answer();
    expect(said(answer), strange).toContain('This button is no longer in use');
    expect(isPrivate(answer)).toBe(true);
  }
  expect(errors()).toEqual([]);
});
