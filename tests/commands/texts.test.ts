import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Document } from '../../src/data/corpus/document.ts';
import { textsPath } from '../../src/data/texts/page.ts';
import { openThreadedArchive } from '../../src/search/minisearch/thread/threaded-archive.ts';
import { aDay, aDocument, aPage } from '../support/documents.ts';
import { buttonId, buttons, isPrivate, menu, said } from '../support/messages.ts';
import { openRoom, writeCorpus } from '../support/room.ts';

const documents: readonly Document[] = [
  aDocument({ id: 'conger', title: 'Mr. Conger to Mr. Hay', date: aDay('1900-06-10') }),
  aDocument({ id: 'rising', title: 'The Boxer rising', date: aDay('1900-07-01') }),
  aDocument({ id: 'fees', title: 'Consular fees', date: aDay('1901-03-01') }),
];
const pages = [
  aPage({ id: 'conger', page: 1, label: 'p. 141', text: 'The legation is quiet.' }),
  ...Array.from({ length: 7 }, (_, i) =>
    aPage({
      id: 'conger',
      page: 2 + i,
      label: `p. ${142 + i}`,
      text: `The Boxers are at the gates, day ${i + 1}.\n\nSend **guards**.`,
      url: `https://example.org/${142 + i}`,
      kind: i === 0 ? 'transcript' : 'ocr',
    }),
  ),
];
const room = () => openRoom(documents, { pages });

describe('/search in texts', () => {
  test('shows the passage of a text with its page, after the records that say as much', async () => {
    const { discord } = await room();
    const message = await discord.as('ada').run('search', { query: 'boxers' });
    expect(said(message)).toMatch(/\*\*1\.\*\* The \*?\*?Boxer/);
    expect(said(message)).toContain(
      '> The **Boxers** are at the gates, day 1. Send \\*\\*guards\\*\\*. ([p. 142](https://example.org/142), transcript)',
    );
    expect(message.embeds[0]?.footer?.text).toBe('1-2 of 2 · by relevance');
  });

  test('looks in one part alone, and says so', async () => {
    const { discord } = await room();
    const ada = discord.as('ada');
    const texts = await ada.run('search', { query: 'boxers', in: 'texts' });
    expect(texts.embeds[0]?.footer?.text).toBe('1 of 1 · by relevance · texts only');
    expect(said(texts)).not.toContain('rising');
    const records = await ada.run('search', { query: 'boxers', in: 'records' });
    expect(said(records)).not.toContain('Conger');
  });

  test('names documents by links whatever part is looked in, and says where it leaves them out', async () => {
    const url = 'https://example.org/shared';
    const parts = ['one', 'two'].map((id) => aDocument({ id, title: `Part ${id}`, url }));
    const { discord } = await openRoom([...documents, ...parts], { pages });
    const ada = discord.as('ada');
    const alone = await ada.run('search', { query: url, in: 'texts' });
    expect(alone.embeds[0]?.footer?.text).toBe('1-2 of 2 · by relevance');
    const beside = await ada.run('search', { query: `guards ${url}`, in: 'texts' });
    expect(said(beside)).toContain('Documents of links aren’t listed with `in:texts`');
    expect(said(beside)).not.toContain('Part one');
  });

  test('says how many documents have a text where nothing is found', async () => {
    const { discord } = await room();
    const ada = discord.as('ada');
    const nothing = await ada.run('search', { query: 'uranium' });
    expect(said(nothing)).toContain(
      '1 of 3 documents has a text here. Of the others only titles and descriptions could be searched.',
    );
    const records = await ada.run('search', { query: 'legation', in: 'records' });
    expect(said(records)).toContain('Only records were searched, not the texts.');
  });

  test('without texts says nothing of them, and refuses to look in them', async () => {
    const { discord } = await openRoom(documents);
    const ada = discord.as('ada');
    expect(said(await ada.run('search', { query: 'uranium' }))).not.toMatch(/text/);
    const refused = await ada.run('search', { query: 'boxer', in: 'texts' });
    expect(said(refused)).toContain('This archive holds no texts yet');
    const card = await ada.run('document', { title: 'conger' });
    expect(buttons(card).map(({ label }) => label)).not.toContain('Passages');
  });
});

test('texts that can’t be read are never taken for none', async () => {
  const { folder, path } = await writeCorpus(documents, [], [], pages);
  await writeFile(textsPath(path), '{"id": broken');
  const opened = await openThreadedArchive(
    { corpus: [path], names: undefined, snapshot: join(folder, 'index.snapshot') },
    () => {},
  );
  onTestFinished(opened.close);
  const { discord } = await openRoom(documents, { services: { archive: opened.archive } });
  const ada = discord.as('ada');
  const fields = (await ada.run('about', {})).embeds[0]?.fields ?? [];
  expect(fields.find(({ name }) => name === 'Texts')?.value).toMatch(/^can’t be read right now/);
  const unread = 'Only records were searched: the texts are still being read, or can’t be read';
  for (const query of ['uranium', 'boxer']) {
    expect(said(await ada.run('search', { query }))).toContain(unread);
  }
  const refusal = 'The texts can’t be read right now';
  expect(said(await ada.run('search', { query: 'boxer', in: 'texts' }))).toContain(refusal);
  expect(said(await ada.run('passages', { question: 'Who rose?' }))).toContain(refusal);
  expect(
    said(await ada.run('quote', { text: 'the legation is quiet and sends guards' })),
  ).toContain(refusal);
  expect(said(await ada.run('document', { title: 'conger' }))).toContain('Conger');
});

describe('Passages of a document', () => {
  test('are those of the question that it was found by, by the page', async () => {
    const { discord } = await room();
    const ada = discord.as('ada');
    const message = await ada.run('search', { query: 'boxers' });
    const card = await (
      await ada.select(message.id, menu(message, 'Open a document')?.custom_id ?? '', ['conger'])
    ).answer();
    const first = await (await ada.click(card.id, buttonId(card, 'Passages'))).answer();
    expect(isPrivate(first)).toBe(true);
    expect(said(first)).toContain('Passages: Mr. Conger to Mr. Hay');
    expect(said(first)).toContain(
      '**1.** [p. 142](https://example.org/142), transcript\n> The **Boxers** are',
    );
    expect(said(first)).toContain('**5.** [p. 146](https://example.org/146), OCR');
    expect(first.embeds[0]?.footer?.text).toBe(
      '1-5 of 7 pages with these words, of 8 pages in all',
    );
    const next = await (await ada.click(first.id, buttonId(first, 'Next'))).answer();
    expect(next.id).toBe(first.id);
    expect(said(next)).toContain('**7.** [p. 148]');
  });

  test('are of words that a form asks for where no question is known', async () => {
    const { discord } = await room();
    const ada = discord.as('ada');
    const card = await ada.run('document', { title: 'conger' });
    const asking = await ada.click(card.id, buttonId(card, 'Passages'));
    const form = asking.modal;
    expect(form?.title).toBe('Passages');
    const answer = await (
      await ada.submit(asking.interaction.id, { words: '"is quiet"' })
    ).answer();
    expect(isPrivate(answer)).toBe(true);
    expect(said(answer)).toContain('**1.** p. 141, edition\n> The legation is **quiet**.');

    const none = await ada.click(answer.id, buttonId(answer, 'Other words'));
    const nothing = await (await ada.submit(none.interaction.id, { words: 'uranium' })).answer();
    expect(said(nothing)).toContain('Its text has none of the words of “uranium”.');
    expect(nothing.embeds[0]?.footer?.text).toBe('of 8 pages in all');
  });

  test('aren’t offered on the card of a document without a text', async () => {
    const { discord } = await room();
    const card = await discord.as('ada').run('document', { title: 'fees' });
    expect(buttons(card).map(({ label }) => label)).not.toContain('Passages');
  });
});

test('/about says how many documents have a text', async () => {
  const { discord } = await room();
  const message = await discord.as('ada').run('about');
  expect(said(message)).toContain('Texts\n1 document, 8 pages, 74 words');
});
