import { describe, expect, test } from 'vitest';
import { type Choose, elementsOf, type Part } from '../../../../src/data/import/xml/elements.ts';
import { paragraphsOf, textOf } from '../../../../src/data/import/xml/inside.ts';

async function* inPieces(text: string, size = 7): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: AsyncIterable<string>, choose: Choose) {
  const parts: Part[] = [];
  const unexplained = new Set<string>();
  try {
    for await (const part of elementsOf(text, choose, unexplained)) parts.push(part);
  } catch (error) {
    const { message, line } = error as { message: string; line: number };
    return { parts, unexplained, error: { message, line } };
  }
  return { parts, unexplained, error: undefined };
}

const wantA: Choose = ({ name }) => (name === 'a' ? 'whole' : undefined);

describe('the elements of an XML text', () => {
  test('come whole, with their lines, namespaces and what is around them', async () => {
    const { parts } = await read(
      inPieces(
        `<?xml version="1.0"?>\n<r xmlns:l="http://www.w3.org/1999/xlink">\n<b>\n<a\n l:href="x" xml:id="i" href="y">1 &amp; <![CDATA[<2>]]> &#x33;<a/></a></b></r>`,
      ),
      wantA,
    );
    expect(parts).toHaveLength(1);
    const { element, path } = parts[0] as Part;
    expect(element).toMatchObject({
      line: 4,
      attributes: { 'xlink:href': 'x', 'xml:id': 'i', href: 'y' },
    });
    expect(textOf(element)).toBe('1 & <2> 3');
    expect(path.map(({ name }) => name)).toEqual(['r', 'b']);
  });

  test('come empty where only their end is awaited, after what is in them', async () => {
    const { parts } = await read(inPieces('<r><b n="1"><a>1</a></b><a>2</a></r>'), ({ name }) =>
      name === 'a' ? 'whole' : name === 'b' ? 'end' : undefined,
    );
    expect(parts.map(({ element }) => [element.name, textOf(element)])).toEqual([
      ['a', '1'],
      ['b', ''],
      ['a', '2'],
    ]);
    expect(parts[0]?.path.at(-1)).toBe(parts[1]?.element);
  });

  test('keep entities that are not of XML itself as they are written', async () => {
    const { parts, unexplained, error } = await read(
      inPieces(
        '<!DOCTYPE r [<!ENTITY e "expanded"><!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY g "&e;&e;">]><r><a b="&e;">&g;&f;&constructor;</a></r>',
      ),
      wantA,
    );
    expect(error).toBeUndefined();
    expect(parts[0]?.element).toMatchObject({ attributes: { b: '&e;' } });
    expect(parts.map(({ element }) => textOf(element))).toEqual(['&g;&f;&constructor;']);
    expect([...unexplained]).toEqual(['e', 'g', 'f', 'constructor']);
  });

  test('are given up to where the text is cut off, or is no XML any further', async () => {
    const whole = '<r>\n<a>1</a>\n<a>2</a>\n<a>3</a>\n</r>';
    const cut = await read(inPieces(whole.slice(0, -12)), wantA);
    expect(cut.parts).toHaveLength(2);
    expect(cut.error).toEqual({ message: expect.stringContaining('is cut off'), line: 4 });
    const broken = await read(inPieces(whole.replace('2', '<b>')), wantA);
    expect(broken.parts).toHaveLength(1);
    expect(broken.error?.message).toContain('can’t be read as XML any further');
    expect(broken.error?.line).toBe(3);
  });

  test('need no declared prefix, nor an XML declaration at the very beginning', async () => {
    const { parts, error } = await read(
      inPieces('\n<?xml version="1.0"?><r><a xlink:href="x" odd:b="y"/></r>'),
      wantA,
    );
    expect(error).toBeUndefined();
    expect(parts[0]?.element).toMatchObject({
      line: 2,
      attributes: { 'xlink:href': 'x', 'odd:b': 'y' },
    });
  });
});

describe('an XML text without end', () => {
  async function* endless(beginning: string, piece: string): AsyncGenerator<string> {
    yield beginning;
    for (;;) yield piece;
  }
  const words = 'word '.repeat(4096);

  test.each([
    ['a text', '<r>', words, /no end within/],
    ['a text in a chosen element', '<r><a>', words, /no end within/],
    ['an attribute', '<r b="', words, /no end within/],
    ['a name', '<r><', 'b'.repeat(4096), /no end within/],
    ['a comment', '<r><!--', words, /no end within/],
    ['an entity', '<r>&', 'e'.repeat(4096), /no end within/],
    ['a document type', '<!DOCTYPE r [', '<!ENTITY e "e">'.repeat(4096), /no end within/],
    ['elements in one another', '<r>', '<b>', /more than 200 deep/],
    ['chosen elements in one another', '<r>', '<a>', /more than 200 deep/],
    ['empty elements in a chosen one', '<r><a>', '<b/>'.repeat(4096), /more than 200000 elements/],
  ])('ends in an error: %s', async (_, beginning, piece, reason) => {
    const { error } = await read(endless(beginning, piece), wantA);
    expect(error?.message).toMatch(reason);
  });
});

test('texts keep paragraphs apart, break lines into blanks, and leave out what they are told to', async () => {
  const { parts } = await read(
    inPieces(
      '<a>One<lb/>two <hi>three</hi>.<note>No.</note><p>A\n  p.</p><list><item>1</item><item>2</item></list>wo<lb break="no"/>rd</a>',
    ),
    wantA,
  );
  const { element } = parts[0] as Part;
  expect(paragraphsOf(element, ['note'])).toEqual(['One two three.', 'A p.', '1', '2', 'word']);
  expect(textOf(element)).toBe('One two three.No. A p. 1 2 word');
});
