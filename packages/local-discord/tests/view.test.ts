import { MessageFlags } from 'discord-api-types/v10';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { View, ViewEvent } from '../src/control/view.ts';
import type { LocalDiscord } from '../src/local-discord.ts';
import { applyEvent } from '../src/page/apply-event.ts';
import {
  answered,
  callback,
  connectClient,
  declare,
  openDiscord,
  opening,
  openWithCommand,
} from '../testing/open-discord.ts';

/** Follows what someone sees as the page does; `see` waits until it is as told. */
async function follow(discord: LocalDiscord, as = 'ada', exchanges = false) {
  const abort = new AbortController();
  onTestFinished(() => abort.abort());
  const url = `${discord.url}/control/events?as=${as}&exchanges=${exchanges}`;
  const response = await fetch(url, { signal: abort.signal });
  const seen = { view: {} as View, events: [] as ViewEvent[] };
  const read = async () => {
    let rest = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const parts = (rest + chunk).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        const event: ViewEvent = JSON.parse(part.replace(/^data: /, ''));
        seen.events.push(event);
        seen.view = applyEvent(seen.view, event);
      }
    }
  };
  read().catch(() => {});
  const see = (look: (view: View) => unknown) => expect.poll(() => look(seen.view));
  await see(({ me }) => me?.username).toBe(as);
  return { seen, see };
}

const post = async ({ url }: LocalDiscord, path: string, body: object, as = 'ada') => {
  const response = await fetch(`${url}/control${path}?as=${as}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  // biome-ignore lint/suspicious/noExplicitAny: bodies of every form, looked into by tests
  return { status: response.status, body: (await response.json()) as any };
};
const contents = ({ messages }: View) => messages.map(({ content }) => content);
const EPHEMERAL = MessageFlags.Ephemeral;

describe('what a person sees', () => {
  test('is told whole at the beginning', async () => {
    const discord = await openWithCommand();
    await answered(discord, { content: 'before' });
    const { seen } = await follow(discord);
    expect(contents(seen.view)).toEqual(['before']);
    expect(seen.view.places.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'channel general',
      'channel archive',
      'direct Reading Room',
      'channel elsewhere',
      'direct Ben',
    ]);
    expect(seen.view.isConnected).toBe(false);
  });

  test('follows messages as they come, change and go', async () => {
    const discord = await openWithCommand();
    const { see } = await follow(discord);
    const { id, token, outcome } = await opening(discord);
    await callback(discord, { id, token, outcome }, { type: 4, data: { content: 'first' } });
    await see(contents).toEqual(['first']);
    const original = `/webhooks/${discord.applicationId}/${token}/messages/@original`;
    const change = (method: string, body?: object) =>
      fetch(`${discord.apiUrl}/v10${original}`, {
        method,
        headers: { 'Content-Type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    await change('PATCH', { content: 'second' });
    await see(contents).toEqual(['second']);
    await change('DELETE');
    await see(contents).toEqual([]);
  });

  test('is private where it is private', async () => {
    const discord = await openWithCommand();
    const ada = await follow(discord);
    const ben = await follow(discord, 'ben');
    await answered(discord, { content: 'for Ada', flags: EPHEMERAL });
    await answered(discord, { content: 'for all' });
    await ada.see(contents).toEqual(['for Ada', 'for all']);
    await ben.see(contents).toEqual(['for all']);
    expect(JSON.stringify(ben.seen.events)).not.toContain('for Ada');
    expect(JSON.stringify(ben.seen.events)).not.toContain('"attempt"');
  });

  test('tells of the bot coming and going, and of its commands', async () => {
    const discord = await openDiscord();
    const { seen, see } = await follow(discord);
    const client = await connectClient(discord);
    await see(({ isConnected }) => isConnected).toBe(true);
    await declare(discord);
    await expect.poll(() => seen.events.some(({ type }) => type === 'commands')).toBe(true);
    await client.destroy();
    await see(({ isConnected }) => isConnected).toBe(false);
  });

  test('has the wire only for those who ask', async () => {
    const discord = await openDiscord();
    const plain = await follow(discord);
    const curious = await follow(discord, 'ada', true);
    await declare(discord);
    await curious.see(({ exchanges }) => exchanges.length).toBe(1);
    expect(plain.seen.view.exchanges).toEqual([]);
  });
});

describe('an attempt', () => {
  test('is there until it is answered', async () => {
    const discord = await openWithCommand();
    const { see } = await follow(discord);
    const interaction = await opening(discord);
    await see(({ attempts }) => attempts).toMatchObject([{ command: 'search', state: 'pending' }]);
    await callback(discord, interaction, { type: 4, data: { content: 'here' } });
    await see(({ attempts }) => attempts).toEqual([]);
  });

  test('fails in the end, for those who come later, too, until it is put away', async () => {
    const discord = await openWithCommand({ acknowledgeWithinMs: 50 });
    const { see } = await follow(discord);
    await opening(discord);
    await see(({ attempts }) => attempts.map(({ state }) => state)).toEqual(['failed']);
    const later = await follow(discord);
    const [failed] = later.seen.view.attempts;
    expect(await post(discord, '/dismiss', { id: failed?.id }, 'ben')).toMatchObject({
      status: 400,
    });
    await post(discord, '/dismiss', { id: failed?.id });
    await see(({ attempts }) => attempts).toEqual([]);
  });
});

describe('among people', () => {
  test('one writes, the others read', async () => {
    const discord = await openDiscord();
    const ben = await follow(discord, 'ben');
    await post(discord, '/say', { content: 'Good morning' });
    await ben.see(contents).toEqual(['Good morning']);
    expect(await post(discord, '/say', { content: ' ' })).toMatchObject({ status: 400 });
    const { body } = await post(discord, '/say', { content: 'x'.repeat(2001) });
    expect(body.error).toMatch('at most 2000 characters');
  });

  test('a thread opens at a message, once', async () => {
    const discord = await openDiscord();
    const { seen, see } = await follow(discord, 'ben');
    const { body } = await post(discord, '/say', { content: 'Good morning' });
    await post(discord, '/thread', { message: body.id, name: 'Mornings' });
    await see(({ places }) => places.at(-1)).toMatchObject({ kind: 'thread', name: 'Mornings' });
    expect(seen.view.places.at(-1)?.parentId).toBe(discord.channels.general);
    const again = await post(discord, '/thread', { message: body.id, name: 'Again' });
    expect(again.body.error).toMatch('has a thread already');
  });

  test('what is private can be put away, and does not come back', async () => {
    const discord = await openWithCommand();
    const { seen, see } = await follow(discord);
    const { id } = await answered(discord, { content: 'for Ada', flags: EPHEMERAL });
    const shared = await answered(discord, { content: 'for all' });
    await post(discord, '/dismiss', { id });
    await see(contents).toEqual(['for all']);
    expect(await post(discord, '/dismiss', { id: shared.id })).toMatchObject({ status: 400 });
    expect(discord.messages().map(({ content }) => content)).toEqual(['for all']);
    expect(seen.events.at(-1)).toEqual({ type: 'message-gone', id });
  });
});
