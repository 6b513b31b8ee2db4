import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { LocalDiscord } from '../src/local-discord.ts';
import { openDiscord, request } from '../testing/open-discord.ts';
import { withCommand } from '../testing/with-bot.ts';

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

  test('has a token that begins with an id, so that no client takes a "Bot" off it', async () => {
    const [id = ''] = (await openDiscord()).token.split('.');
    expect(Buffer.from(id, 'base64url').toString()).toMatch(/^\d{17,20}$/);
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

  test('takes permissions from one person in a channel and its threads', async () => {
    const { discord, client } = await withCommand((interaction) => interaction.reply('x'));
    const permissionsOf = async (as: string, channel: string) => {
      const { interaction } = await discord.as(as).command('search', { query: 'x' }, { channel });
      const { member } = interaction.payload as { member?: { permissions: string } };
      return BigInt(member?.permissions ?? 0);
    };
    const message = await request(
      discord,
      'POST',
      `/channels/${discord.channels.general}/messages`,
      { content: 'x' },
    );
    const thread = await request(
      discord,
      'POST',
      `/channels/${discord.channels.general}/messages/${message.body.id}/threads`,
      { name: 'Thread' },
    );
    discord.deny('general', PermissionFlagsBits.SendMessagesInThreads, 'ben');
    for (const channel of ['general', thread.body.id]) {
      expect(
        (await permissionsOf('ben', channel)) & PermissionFlagsBits.SendMessagesInThreads,
      ).toBe(0n);
      expect(
        (await permissionsOf('ada', channel)) & PermissionFlagsBits.SendMessagesInThreads,
      ).not.toBe(0n);
    }
    discord.deny('general', PermissionFlagsBits.ViewChannel, 'ben');
    await expect(discord.as('ben').command('search', { query: 'x' })).rejects.toThrow('cannot see');
    expect(client.channels.cache.has(discord.channels.general)).toBe(true);

    discord.deleteChannel('general');
    await expect.poll(() => client.channels.cache.has(discord.channels.general)).toBe(false);
    const gone = await request(discord, 'GET', `/channels/${thread.body.id}`);
    expect(gone).toMatchObject({ status: 404, body: { code: 10003 } });
  });

  test('takes a message with an enforced nonce once within a few minutes', async () => {
    let now = Date.now();
    const discord = await openDiscord({ now: () => now });
    const path = `/channels/${discord.channels.general}/messages`;
    const body = { content: 'x', nonce: 'one', enforce_nonce: true };
    const { id } = (await request(discord, 'POST', path, body)).body;
    expect((await request(discord, 'POST', path, body)).body.id).toBe(id);
    expect((await request(discord, 'POST', path, { ...body, nonce: 'two' })).body.id).not.toBe(id);
    now += 10 * 60 * 1000;
    expect((await request(discord, 'POST', path, body)).body.id).not.toBe(id);
    expect(discord.messages()).toHaveLength(3);
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

  test('breaks a connection off as ordered, before or after the request is carried out', async () => {
    const discord = await openDiscord();
    const path = `/channels/${discord.channels.general}/messages`;
    for (const afterwards of [false, true]) {
      discord.dropNext({ method: 'POST', path, afterwards });
      await expect(request(discord, 'POST', path, { content: `${afterwards}` })).rejects.toThrow();
    }
    expect(discord.messages().map(({ content }) => content)).toEqual(['true']);
    discord.refuseNext({ path, status: 500, afterwards: true });
    expect((await request(discord, 'POST', path, { content: 'x' })).status).toBe(500);
    expect(discord.messages()).toHaveLength(2);
  });

  test('shows the bot no history without its permission', async () => {
    const discord = await openDiscord();
    const path = `/channels/${discord.channels.general}/messages`;
    const { body } = await request(discord, 'POST', path, { content: 'x' });
    discord.deny('general', PermissionFlagsBits.ReadMessageHistory);
    expect((await request(discord, 'GET', path)).body).toEqual([]);
    expect((await request(discord, 'GET', `${path}/${body.id}`)).status).toBe(403);
  });
});
