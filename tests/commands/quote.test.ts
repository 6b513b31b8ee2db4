import type { LocalDiscord } from 'local-discord';
import { describe, expect, test } from 'vitest';
import { aDay, aDocument, aPage } from '../support/documents.ts';
import { isPrivate, menu, said } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';

const documents = [
  aDocument({
    id: 'conger',
    title: 'Mr. Conger to Mr. Hay',
    date: aDay('1900-06-10'),
    collection: 'China',
    url: 'https://example.org/conger',
  }),
  aDocument({ id: 'copy', title: 'Copy of a telegram', collection: 'China' }),
  aDocument({ id: 'scan', title: 'A scanned cable', collection: 'Scans' }),
  aDocument({
    id: 'listed',
    title: 'A listed letter',
    collection: 'Lists',
    description: 'Says that the harbour of Taku is closed to every ship of war.',
  }),
];

const pages = [
  aPage({
    id: 'conger',
    page: 1,
    label: 'p. 141',
    url: 'https://example.org/conger#141',
    text: 'Sir: The legation is quiet. In 1900 the Boxers did not enter the nego-',
  }),
  aPage({
    id: 'conger',
    page: 2,
    label: 'p. 142',
    text: 'tiations with the foreign ministers, *who* had asked for 2,000 men.\n\nSend guards.',
  }),
  aPage({ id: 'copy', text: 'The foreign ministers of the powers asked for guards at once.' }),
  aPage({ id: 'copy', page: 2, text: 'The legation is quiet, and nobody has left the city.' }),
  aPage({
    id: 'scan',
    kind: 'ocr',
    text: 'The Govemment of China has declared that all the envoys must leave Peking within 24 hours.',
  }),
];

const open = () => openRoom(documents, { pages });

async function quote(text: string, options: Record<string, string | boolean> = {}) {
  const { discord } = await open();
  return discord.as('ada').run('quote', { text, ...options });
}

describe('/quote', () => {
  test('says that a quotation is exact, with pages, links and what stands around it', async () => {
    const message = await quote(
      '“the Boxers did not enter the negotiations with the foreign ministers”',
    );
    expect(isPrivate(message)).toBe(false);
    expect(message.embeds[0]?.title).toBe('Exact');
    const text = said(message);
    expect(text).toContain('1 document has it word for word.');
    expect(text).toContain('**1.** [Mr. Conger to Mr. Hay](https://example.org/conger)');
    expect(text).toContain('[p. 141](https://example.org/conger#141) to p. 142, edition');
    expect(text).toContain(
      '> Sir: The legation is quiet. In 1900 **the Boxers did not enter the nego-tiations with the foreign ministers**, \\*who\\* had asked',
    );
    expect(menu(message)?.options.map(({ value }) => value)).toEqual(['conger']);
  });

  test('marks what differs, and names the worst first', async () => {
    const message = await quote(
      'In 1901 the Boxers did enter the negotiations with all foreign ministers',
    );
    expect(message.embeds[0]?.title).toBe('Near');
    const text = said(message);
    expect(text).toContain('1 document has nearly these words.');
    expect(text).toContain('In ~~1900~~ **1901** the Boxers did ~~not~~ enter');
    expect(text).toContain('printed, not quoted');
    expect(text.split('\n').filter((line) => line.startsWith('- '))).toEqual([
      '- left out: “not” (a negation)',
      '- printed: “1900” — quoted: “1901” (a figure or date)',
      '- printed: “the” — quoted: “all”',
    ]);
  });

  test('names a denial that an ellipsis leaves out, and marks one that a bracket replaces', async () => {
    const exact = await quote('the Boxers did … enter the negotiations with the foreign ministers');
    expect(exact.embeds[0]?.title).toBe('Exact');
    expect(said(exact)).toContain('Left out at your ellipsis: “not”.');
    const near = await quote(
      'the Boxers did [indeed] enter the negotiations with the foreign ministers',
    );
    expect(near.embeds[0]?.title).toBe('Near');
    expect(said(near)).toContain('did ~~not~~ **[indeed]** enter');
    expect(said(near)).toContain('- printed: “not” — quoted: “[indeed]” (a negation)');
  });

  test('says what could be compared where nothing is found, to the invoker alone', async () => {
    const invented = 'The emperor of Brazil has sold his yacht to a circus in Vienna';
    const message = await quote(invented);
    expect(isPrivate(message)).toBe(true);
    expect(message.embeds[0]?.title).toBe('Not in what is loaded');
    const text = said(message);
    expect(text).toContain('That doesn’t mean that no document says it.');
    expect(text).toContain(
      '3 of 4 documents have a text here: all 2 of *China*, the one of *Scans*.',
    );
    expect(isPrivate(await quote(invented, { private: false }))).toBe(false);
  });

  test('asks for more than four words', async () => {
    const message = await quote('the Boxers did not');
    expect(said(message)).toContain('at least 5 words');
    expect(isPrivate(message)).toBe(true);
  });

  test('says that the document named hasn’t got it, and which one has', async () => {
    const text = 'the Boxers did not enter the negotiations with the foreign ministers';
    const message = await quote(text, { document: 'Copy of a telegram' });
    expect(message.embeds[0]?.title).toBe('Exact, but in another document');
    expect(said(message)).toContain(
      'It wasn’t found in what is loaded of *Copy of a telegram*. Elsewhere, 1 document has it word for word.',
    );
    expect(said(message)).toContain('3 of 4 documents have a text here');
    const right = await quote(text, { document: 'conger', private: true });
    expect(isPrivate(right)).toBe(true);
    expect(right.embeds[0]?.title).toBe('Exact');
    expect(said(right)).toContain('*Mr. Conger to Mr. Hay* has it word for word.');
    const unread = await quote(text, { document: 'listed' });
    expect(said(unread)).toContain('Its text isn’t loaded: only its record was compared.');
  });

  test('compares what a machine read with tolerance, and says so', async () => {
    const message = await quote(
      'The Government of China has declared that all the envoys must leave',
    );
    expect(message.embeds[0]?.title).toBe('Exact');
    const text = said(message);
    expect(text).toContain('page 1, OCR');
    expect(text).toContain('printed: Govemment — quoted: Government');
    expect(text).toContain('This text was read by a machine (OCR)');
    const figure = said(await quote('the envoys must leave Peking within 48 hours'));
    expect(figure).toContain('- printed: “24” — quoted: “48” (a figure or date)');
  });

  test('tells a record’s description from a text, and a spelling from a difference', async () => {
    const message = await quote('the harbor of Taku is closed to every ship of war');
    expect(message.embeds[0]?.title).toBe('Exact');
    expect(said(message)).toContain('in the record’s description, not in a text');
    expect(said(message)).toContain('printed: harbour — quoted: harbor');
  });

  test('suggests documents while one is typed', async () => {
    const { discord } = await open();
    const choices = await discord
      .as('ada')
      .autocomplete('quote', 'document', 'conger', { text: 'the' });
    expect(choices.map(({ value }) => value)).toEqual(['conger']);
  });
});

describe('Check quotation', () => {
  async function write(discord: LocalDiscord, content: string): Promise<string> {
    const response = await fetch(`${discord.url}/control/say?as=ben&channel=general`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ content }),
    });
    const { id } = (await response.json()) as { id: string };
    return id;
  }

  async function check(content: string) {
    const { discord } = await open();
    const outcome = await discord
      .as('ada')
      .onMessage('Check quotation', await write(discord, content));
    return outcome.answer();
  }

  test.for([
    [
      'in quotation marks',
      'Conger wrote a “telegram”: “the Boxers did not enter the negotiations with the foreign ministers”, I think.',
    ],
    [
      'in a block',
      'As I said:\n> the Boxers did not enter the\n> negotiations with the foreign ministers\nWho can find it?',
    ],
    [
      'as the whole message',
      'the Boxers did not enter the negotiations with the foreign ministers',
    ],
  ])('checks what is quoted %s, for the invoker alone', async ([, content = '']) => {
    const message = await check(content);
    expect(isPrivate(message)).toBe(true);
    expect(message.embeds[0]?.title).toBe('Exact');
    expect(said(message)).toContain('Mr. Conger to Mr. Hay');
  });

  test('says so where a message has no words', async () => {
    expect(said(await check('👍 <@1>'))).toContain('This message has no words to check.');
  });
});
