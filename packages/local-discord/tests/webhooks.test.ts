import { describe, expect, test } from 'vitest';
import type { LocalDiscord } from '../src/local-discord.ts';
import {
  answered,
  callback,
  type Opened,
  opening,
  openWithCommand,
  request,
} from '../testing/open-discord.ts';

const MESSAGE = { type: 4, data: { content: 'hello' } };

const webhook = (discord: LocalDiscord, { token }: Opened, more = '') =>
  `/webhooks/${discord.applicationId}/${token}${more}`;

describe('messages in an interaction’s name', () => {
  test('before the acknowledgement fail with 10015', async () => {
    const discord = await openWithCommand();
    const path = webhook(discord, await opening(discord));
    const early = await request(discord, 'POST', path, { content: 'x' });
    expect(early).toMatchObject({ status: 404, body: { message: 'Unknown Webhook', code: 10015 } });
    const original = await request(discord, 'GET', `${path}/messages/@original`);
    expect(original.body.code).toBe(10015);
  });

  test('with an unknown token fail with 10015', async () => {
    const discord = await openWithCommand();
    const path = `/webhooks/${discord.applicationId}/wrong`;
    expect((await request(discord, 'POST', path, { content: 'x' })).body.code).toBe(10015);
  });

  test('after the token’s life fail with 50027', async () => {
    let now = Date.now();
    const discord = await openWithCommand({ now: () => now });
    const interaction = await opening(discord);
    await callback(discord, interaction, MESSAGE);
    const path = webhook(discord, interaction);
    now += 15 * 60 * 1000 - 1;
    expect((await request(discord, 'POST', path, { content: 'x' })).status).toBe(200);
    now += 2;
    const late = await request(discord, 'POST', path, { content: 'x' });
    expect(late).toMatchObject({
      status: 401,
      body: { message: 'Invalid Webhook Token', code: 50027 },
    });
  });

  test('once deleted fail with 10008', async () => {
    const discord = await openWithCommand();
    const interaction = await opening(discord);
    await callback(discord, interaction, MESSAGE);
    const original = webhook(discord, interaction, '/messages/@original');
    expect((await request(discord, 'DELETE', original)).status).toBe(204);
    const gone = await request(discord, 'PATCH', original, { content: 'x' });
    expect(gone).toMatchObject({ status: 404, body: { message: 'Unknown Message', code: 10008 } });
  });

  test('of another interaction cannot be reached', async () => {
    const discord = await openWithCommand();
    const other = await answered(discord, { content: 'other' });
    const interaction = await opening(discord);
    await callback(discord, interaction, MESSAGE);
    const path = webhook(discord, interaction, `/messages/${other.id}`);
    expect((await request(discord, 'GET', path)).body.code).toBe(10008);
  });

  test('stay private, or public, whatever an edit says', async () => {
    const discord = await openWithCommand();
    for (const [before, after] of [
      [64, 0],
      [0, 64],
    ]) {
      const interaction = await opening(discord);
      await callback(discord, interaction, { type: 5, data: { flags: before } });
      const path = webhook(discord, interaction, '/messages/@original');
      const { body } = await request(discord, 'PATCH', path, { content: 'x', flags: after });
      expect(body.flags).toBe(before);
    }
    expect(discord.messages('general', 'ada')).toHaveLength(2);
    expect(discord.messages('general', 'ben')).toHaveLength(1);
  });

  test('private ones are not messages of the channel', async () => {
    const discord = await openWithCommand();
    const { id } = await answered(discord, { content: 'x', flags: 64 });
    const path = `/channels/${discord.channels.general}/messages`;
    expect((await request(discord, 'GET', path)).body).toEqual([]);
    expect((await request(discord, 'PATCH', `${path}/${id}`, { content: 'y' })).body.code).toBe(
      10008,
    );
  });
});
