import { describe, expect, test } from 'vitest';
import { callback, opening, openWithCommand } from '../testing/open-discord.ts';

const MESSAGE = { type: 4, data: { content: 'hello' } };

describe('acknowledging', () => {
  test('is answered with 204 and no content type', async () => {
    const discord = await openWithCommand();
    const { status, headers, body } = await callback(discord, await opening(discord), MESSAGE);
    expect(status).toBe(204);
    expect(headers.get('content-type')).toBeNull();
    expect(body).toBeUndefined();
  });

  test('a second time fails with 40060', async () => {
    const discord = await openWithCommand();
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
    const discord = await openWithCommand({ acknowledgeWithinMs: 50 });
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
    const discord = await openWithCommand();
    const began = performance.now();
    const { outcome } = await opening(discord);
    expect((await outcome).state).toBe('failed');
    expect(performance.now() - began).toBeGreaterThan(2900);
    expect(performance.now() - began).toBeLessThan(4000);
  });

  test('an unknown interaction fails with 10062', async () => {
    const discord = await openWithCommand();
    const { id, outcome } = await opening(discord);
    const wrong = { id, token: 'wrong', outcome };
    expect((await callback(discord, wrong, MESSAGE)).body.code).toBe(10062);
  });

  test('with a wrong body fails with 50035, and can be tried again', async () => {
    const discord = await openWithCommand();
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
    const discord = await openWithCommand();
    const { status, body } = await callback(discord, await opening(discord), { type, data });
    expect(status).toBe(400);
    expect(body.errors).toHaveProperty('type');
  });

  test('an autocompletion with a message fails with 50035', async () => {
    const discord = await openWithCommand({ acknowledgeWithinMs: 300 });
    const interaction = await opening(discord, async (ada) => {
      expect(await ada.autocomplete('search', 'query', 'x')).toEqual([]);
      return ada.command('search', { query: 'x' });
    });
    expect((await callback(discord, interaction, MESSAGE)).body.code).toBe(50035);
    await interaction.outcome;
  });

  test('with an empty message fails with 50006', async () => {
    const discord = await openWithCommand();
    const interaction = await opening(discord);
    for (const data of [{}, { content: ' \n' }, { embeds: [], components: [] }]) {
      const { status, body } = await callback(discord, interaction, { type: 4, data });
      expect([status, body.code]).toEqual([400, 50006]);
    }
  });
});
