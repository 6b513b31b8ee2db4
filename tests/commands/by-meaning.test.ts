import { describe, expect, test } from 'vitest';
import { aDocument } from '../support/documents.ts';
import { expectWithinLimits } from '../support/embed-limits.ts';
import { startEmbeddingsServer } from '../support/embeddings-server.ts';
import { archiveWithMeaning } from '../support/meaning.ts';
import { buttonId, isPrivate, said } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';

const documents = [
  ...Array.from({ length: 40 }, (_, i) =>
    aDocument({
      id: `d${i}`,
      title: `Minutes ${i}`,
      description: `ledger${i} parish${i % 7}`,
      url: `https://example.org/${i}`,
    }),
  ),
  ...Array.from({ length: 4 }, (_, i) =>
    aDocument({ id: `grain-${i}`, title: `Grain ${i}`, description: `grain crops ${i}` }),
  ),
  aDocument({ id: 'plane', title: 'Jet destroyed', description: '' }),
  aDocument({ id: 'famine', title: 'Harvest failed', description: 'parish1 reports' }),
];

async function openWithModel() {
  const server = await startEmbeddingsServer();
  const { archive } = await archiveWithMeaning(documents, server);
  const room = await openRoom(documents, { services: { archive } });
  return { server, ...room };
}

describe('/search with a model', () => {
  test('lists what is similar in meaning, marked and counted as such', async () => {
    const { discord } = await openWithModel();
    const ada = discord.as('ada');
    const first = await ada.run('search', { query: 'harvest' });
    expect(said(first)).toContain('**1.** Harvest failed');
    expect(said(first).match(/\*similar in meaning\*/g)).toHaveLength(4);
    expect(said(first)).toContain('1-5 of 5 · 4 of them similar in meaning · by relevance');
    expectWithinLimits(first.embeds);
  });

  test('shows everyone what is similar where no document holds the words', async () => {
    const { discord } = await openWithModel();
    const message = await discord.as('ada').run('search', { query: 'the downed airplane' });
    expect(isPrivate(message)).toBe(false);
    expect(said(message)).toContain('No document holds these words. These are similar in meaning:');
    expect(said(message)).toContain('1 of 1 · by relevance');
  });

  test.each([
    ['gone', 'by words alone: the model can’t be reached'],
    ['silent', 'by words alone: the model didn’t answer in time'],
    ['not a number', 'by words alone: the model’s answer makes no sense'],
  ] as const)('says in the footer that the model is %s', async (mode, reason) => {
    const { discord, server } = await openWithModel();
    server.mode = mode;
    const message = await discord.as('ada').run('search', { query: 'harvest' });
    expect(said(message)).toContain('**1.** Harvest failed');
    expect(said(message)).toContain(`1 of 1 · ${reason}`);
  });

  test('keeps its order when the model fails before a page is turned', async () => {
    const { discord, server } = await openWithModel();
    const ada = discord.as('ada');
    const first = await ada.run('search', { query: 'harvest parish1' });
    expect(said(first)).toContain('1-5 of 7 · by relevance');
    server.mode = 'gone';
    const next = await (await ada.click(first.id, buttonId(first, 'Next'))).answer();
    expect(said(next)).toContain('6-7 of 7 · by relevance');
  });

  test.each(['harvest', 'the downed airplane'])('puts links first beside %s', async (words) => {
    const { discord } = await openWithModel();
    const query = `${words} https://example.org/30/ https://example.org/31 https://example.org/99`;
    const message = await discord.as('ada').run('search', { query });
    expect(said(message)).toContain('3 links, 2 of them in the archive.');
    expect(said(message)).toMatch(/\*\*1\.\*\* .*Minutes 30(.|\n)*\*\*2\.\*\* .*Minutes 31/);
    expect(said(message)).toMatch(/\*\*3\.\*\* .*(Harvest failed|Jet destroyed)/);
    expect(said(message)).toContain('similar in meaning');
  });

  test('says nothing of it where hits are by date', async () => {
    const { discord, server } = await openWithModel();
    server.mode = 'gone';
    const message = await discord.as('ada').run('search', { query: 'harvest', sort: 'oldest' });
    expect(said(message)).toContain('1 of 1 · oldest first');
  });
});

test('/about says how many documents can be found by meaning', async () => {
  const { discord } = await openWithModel();
  expect(said(await discord.as('ada').run('about'))).toContain('By meaning\n46 of 46 documents');
});

test('/about says nothing of meaning where there is no model', async () => {
  const { discord } = await openRoom(documents);
  expect(said(await discord.as('ada').run('about'))).not.toContain('By meaning');
});
