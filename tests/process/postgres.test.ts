import { startLocalDiscord } from 'local-discord';
import { describe, expect, test } from 'vitest';
import { said } from '../support/messages.ts';
import { createDatabase, noPostgres } from '../support/postgres.ts';
import { botOn, connected, exitOf } from '../support/process.ts';
import { openProxy } from '../support/tcp-proxy.ts';

describe.skipIf(noPostgres)('a bot on PostgreSQL', () => {
  test('waits for a server that is away at the start, and lives through an outage', async () => {
    const discord = await startLocalDiscord();
    const ada = discord.as('ada');
    const create = async (name: string) => said(await ada.run('list create', { name }));
    const proxy = await openProxy(await createDatabase());
    proxy.close();
    const bot = await botOn(discord, { DATABASE_URL: proxy.url });
    const log = () => bot.output.join('');
    await expect.poll(log).toMatch(/can't be reached: .*ECONNREFUSED.* Trying again in 1 s/);
    await proxy.open();
    await connected(discord);
    expect(await create('Before')).toContain('Before');
    // From now on the bot knows that nothing was added to the server.
    await ada.run('search', { query: 'dispatch' });

    proxy.close();
    // By the time that this is answered, the bot knows of the broken connections.
    await ada.run('about');
    const [refused, found] = await Promise.all([
      create('Meanwhile'),
      ada.run('search', { query: 'dispatch' }),
    ]);
    expect(refused).toMatch(/can’t save anything.*Nothing was changed.*`[0-9a-f]{8}`/);
    expect(said(found)).toContain('of 12');
    expect(said(found)).toContain('can’t save anything');

    await proxy.open();
    expect(await create('After')).toContain('After');
    expect(log()).not.toContain('nothing has caught');
    bot.kill('SIGTERM');
    expect(await exitOf(bot)).toBe(0);
    await discord.close();
  });
});
