import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { LocalDiscord } from '../../src/sandbox/local-discord.ts';
import {
  answered,
  callback,
  declare,
  type Opened,
  openDiscord,
  opening,
  request,
} from '../support/sandbox.ts';

const MESSAGE = { type: 4, data: { content: 'hello' } };

async function withCommand(options?: Parameters<typeof openDiscord>[0]): Promise<LocalDiscord> {
  const discord = await openDiscord(options);
  await declare(discord);
  return discord;
}

const webhook = (discord: LocalDiscord, { token }: Opened, more = '') =>
  `/webhooks/${discord.applicationId}/${token}${more}`;

describe('acknowledging', () => {
  test('is answered with 204 and no content type', async () => {
    const discord = await withCommand();
    const { status, headers, body } = await callback(discord, await opening(discord), MESSAGE);
    expect(status).toBe(204);
    expect(headers.get('content-type')).toBeNull();
    expect(body).toBeUndefined();
  });

  test('a second time fails with 40060', async () => {
    const discord = await withCommand();
    const interaction = await opening(discord);
    const both = await Promise.all([
      callback(discord, interaction, MESSAGE),
      callback(discord, interaction, MESSAGE),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 400]);
    expect(both.find(({ status }) => status === 400)?.body).toEqual({
      message: 'Interaction has already been acknowledged.',
      code: 40060,
    });
    expect(discord.messages()).toHaveLength(1);
  });

  test('too late fails with 10062, and the person is told of no answer', async () => {
    const discord = await withCommand({ acknowledgeWithinMs: 50 });
    const interaction = await opening(discord);
    const outcome = await interaction.outcome;
    expect(outcome.state).toBe('failed');
    await expect(outcome.answer()).rejects.toThrow('The application did not respond.');
    const late = await callback(discord, interaction, MESSAGE);
    expect(late).toMatchObject({
      status: 404,
      body: { message: 'Unknown interaction', code: 10062 },
    });
    expect(discord.messages()).toEqual([]);
  });

  test('is possible for three seconds', async () => {
    const discord = await withCommand();
    const began = performance.now();
    const { outcome } = await opening(discord);
    expect((await outcome).state).toBe('failed');
    expect(performance.now() - began).toBeGreaterThan(2900);
    expect(performance.now() - began).toBeLessThan(4000);
  });

  test('an unknown interaction fails with 10062', async () => {
    const discord = await withCommand();
    const { id, outcome } = await opening(discord);
    const wrong = { id, token: 'wrong', outcome };
    expect((await callback(discord, wrong, MESSAGE)).body.code).toBe(10062);
  });

  test('with a wrong body fails with 50035, and can be tried again', async () => {
    const discord = await withCommand();
    const interaction = await opening(discord);
    const wrong = await callback(discord, interaction, { type: 4, data: { content: 5 } });
    expect(wrong.status).toBe(400);
    expect(wrong.body).toEqual({
      message: 'Invalid Form Body',
      code: 50035,
      errors: {
        data: {
          content: {
            _errors: [
              { code: 'STRING_TYPE_CONVERT', message: 'Could not interpret "5" as string.' },
            ],
          },
        },
      },
    });
    expect((await callback(discord, interaction, MESSAGE)).status).toBe(204);
  });

  test.each([
    [6, undefined],
    [7, { content: 'x' }],
    [8, { choices: [] }],
    [1, undefined],
    [99, undefined],
  ])('a command with type %i fails with 50035', async (type, data) => {
    const discord = await withCommand();
    const { status, body } = await callback(discord, await opening(discord), { type, data });
    expect(status).toBe(400);
    expect(body.errors).toHaveProperty('type');
  });

  test('an autocompletion with a message fails with 50035', async () => {
    const discord = await withCommand({ acknowledgeWithinMs: 300 });
    const interaction = await opening(discord, async (ada) => {
      expect(await ada.autocomplete('search', 'query', 'x')).toEqual([]);
      return ada.command('search', { query: 'x' });
    });
    expect((await callback(discord, interaction, MESSAGE)).body.code).toBe(50035);
    await interaction.outcome;
  });

  test('with an empty message fails with 50006', async () => {
    const discord = await withCommand();
    const interaction = await opening(discord);
    for (const data of [{}, { content: ' \n' }, { embeds: [], components: [] }]) {
      const { status, body } = await callback(discord, interaction, { type: 4, data });
      expect([status, body.code]).toEqual([400, 50006]);
    }
  });
});

describe('messages in an interaction’s name', () => {
  test('before the acknowledgement fail with 10015', async () => {
    const discord = await withCommand();
    const path = webhook(discord, await opening(discord));
    const early = await request(discord, 'POST', path, { content: 'x' });
    expect(early).toMatchObject({ status: 404, body: { message: 'Unknown Webhook', code: 10015 } });
    const original = await request(discord, 'GET', `${path}/messages/@original`);
    expect(original.body.code).toBe(10015);
  });

  test('with an unknown token fail with 10015', async () => {
    const discord = await withCommand();
    const path = `/webhooks/${discord.applicationId}/wrong`;
    expect((await request(discord, 'POST', path, { content: 'x' })).body.code).toBe(10015);
  });

  test('after the token’s life fail with 50027', async () => {
    let now = Date.now();
    const discord = await withCommand({ now: () => now });
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
    const discord = await withCommand();
    const interaction = await opening(discord);
    await callback(discord, interaction, MESSAGE);
    const original = webhook(discord, interaction, '/messages/@original');
    expect((await request(discord, 'DELETE', original)).status).toBe(204);
    const gone = await request(discord, 'PATCH', original, { content: 'x' });
    expect(gone).toMatchObject({ status: 404, body: { message: 'Unknown Message', code: 10008 } });
  });

  test('of another interaction cannot be reached', async () => {
    const discord = await withCommand();
    const other = await answered(discord, { content: 'other' });
    const interaction = await opening(discord);
    await callback(discord, interaction, MESSAGE);
    const path = webhook(discord, interaction, `/messages/${other.id}`);
    expect((await request(discord, 'GET', path)).body.code).toBe(10008);
  });

  test('stay private, or public, whatever an edit says', async () => {
    const discord = await withCommand();
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
    const discord = await withCommand();
    const { id } = await answered(discord, { content: 'x', flags: 64 });
    const path = `/channels/${discord.channels.general}/messages`;
    expect((await request(discord, 'GET', path)).body).toEqual([]);
    expect((await request(discord, 'PATCH', `${path}/${id}`, { content: 'y' })).body.code).toBe(
      10008,
    );
  });
});

describe('REST', () => {
  const POST = { content: 'x' };
  test.each<[number, number, string, (discord: LocalDiscord) => string, unknown?]>([
    [404, 10003, 'POST', () => '/channels/1/messages', POST],
    [403, 50001, 'POST', ({ channels }) => `/channels/${channels.elsewhere}/messages`, POST],
    [403, 50001, 'GET', ({ channels }) => `/channels/${channels.between}`],
    [404, 10008, 'GET', ({ channels }) => `/channels/${channels.general}/messages/1`],
    [400, 50006, 'POST', ({ channels }) => `/channels/${channels.general}/messages`, {}],
    [404, 10002, 'GET', () => '/applications/1/commands'],
    [404, 10063, 'GET', ({ applicationId }) => `/applications/${applicationId}/commands/1`],
    [403, 50001, 'GET', ({ applicationId }) => `/applications/${applicationId}/guilds/1/commands`],
    [404, 10004, 'GET', () => '/guilds/1'],
    [404, 10007, 'GET', ({ guild }) => `/guilds/${guild.id}/members/1`],
    [404, 10013, 'GET', () => '/users/1'],
    [400, 50035, 'GET', () => '/channels/general'],
    [404, 0, 'GET', () => '/nowhere'],
  ])('answers %i with code %i', async (status, code, method, path, body) => {
    const discord = await openDiscord();
    const answer = await request(discord, method, path(discord), body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('answers 401 to a wrong token', async () => {
    const discord = await openDiscord();
    const answer = await request({ ...discord, token: 'wrong' }, 'GET', '/users/@me');
    expect(answer).toMatchObject({ status: 401, body: { message: '401: Unauthorized', code: 0 } });
  });

  test('answers 50109 to broken JSON', async () => {
    const discord = await openDiscord();
    const response = await fetch(
      `${discord.apiUrl}/v10/channels/${discord.channels.general}/messages`,
      {
        method: 'POST',
        headers: { Authorization: `Bot ${discord.token}`, 'Content-Type': 'application/json' },
        body: '{',
      },
    );
    expect(await response.json()).toMatchObject({ code: 50109 });
  });

  test('answers 50013 and 50001 where the bot lacks permissions', async () => {
    const discord = await openDiscord();
    const path = `/channels/${discord.channels.general}/messages`;
    discord.deny('general', PermissionFlagsBits.SendMessages);
    const mute = await request(discord, 'POST', path, { content: 'x' });
    expect(mute).toMatchObject({
      status: 403,
      body: { message: 'Missing Permissions', code: 50013 },
    });
    discord.deny('general', PermissionFlagsBits.ViewChannel);
    const blind = await request(discord, 'POST', path, { content: 'x' });
    expect(blind).toMatchObject({ status: 403, body: { message: 'Missing Access', code: 50001 } });
    discord.deny('general', 0n);
    expect((await request(discord, 'POST', path, { content: 'x' })).status).toBe(200);
  });

  test('answers 429 with its headers as often as ordered', async () => {
    const discord = await openDiscord();
    discord.refuseNext({ status: 429, path: '/users/@me', count: 2, retryAfter: 1.5 });
    expect((await request(discord, 'GET', '/gateway')).status).toBe(200);
    const limited = await request(discord, 'GET', '/users/@me');
    expect(limited).toMatchObject({
      status: 429,
      body: { message: 'You are being rate limited.', retry_after: 1.5, global: false },
    });
    const header = (name: string) => limited.headers.get(name);
    expect(header('retry-after')).toBe('2');
    expect(header('x-ratelimit-scope')).toBe('user');
    expect(header('x-ratelimit-remaining')).toBe('0');
    expect(header('x-ratelimit-reset-after')).toBe('1.5');
    expect((await request(discord, 'GET', '/users/@me')).status).toBe(429);
    expect((await request(discord, 'GET', '/users/@me')).status).toBe(200);
  });

  test('keeps a request waiting as ordered', async () => {
    const discord = await openDiscord();
    discord.delayNext({ path: '/users/@me', ms: 100 });
    const began = performance.now();
    await request(discord, 'GET', '/users/@me');
    expect(performance.now() - began).toBeGreaterThan(95);
  });
});
