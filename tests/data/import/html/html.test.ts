import { describe, expect, test } from 'vitest';
import { foundIn } from '../../../support/found.ts';

const page = (body: string, head = '<link rel="canonical" href="https://example.org/list/">') =>
  `<!doctype html>\n<html><head><title>T</title>${head}</head>\n<body>${body}</body></html>`;

const row = (inside: string) => `<tr>${inside}</tr>\n`;
const linked = (href: string, title: string) =>
  `<td class="document"><a href="${href}">${title}</a></td>`;

describe('a saved listing page', () => {
  test('of the newer form gives every field of its rows, and its place in the list', async () => {
    const { format, records, others } = await foundIn(
      page(
        `<nav><a href="/">Home</a></nav><h1>Berlin</h1>\n<p>31 - 33 of 71</p><table>\n${row(
          `${linked('/d/1', 'A &amp; <em>note</em>')}<td>May 1, 1950</td><td><p>On\n this.</p><p>And that, <a href="/x">there</a>.</p></td>`,
        )}${row(
          `<td class="document"><a href="/d/2"><img src="i.png"></a><span class="date">1951</span><a href="/d/2">A letter</a><div>Undated draft.</div></td>`,
        )}${row(`${linked('d/3', '1950')}<td></td>`)}</table><footer>© The Archive</footer>`,
      ),
    );
    expect(format).toBe('html');
    expect(records).toEqual([
      {
        line: 5,
        title: 'A & note',
        date: 'May 1, 1950',
        description: 'On this.\n\nAnd that, there.',
        url: 'https://example.org/d/1',
      },
      {
        line: 7,
        title: 'A letter',
        date: '1951',
        description: 'Undated draft.',
        url: 'https://example.org/d/2',
      },
      { line: 8, title: '1950', date: '', description: '', url: 'https://example.org/list/d/3' },
    ]);
    expect(others).toEqual([
      { kind: 'page', heading: 'Berlin', range: { from: 31, to: 33, listed: 71 } },
    ]);
  });

  test('of the older form gives every field of its entries', async () => {
    const { records, others } = await foundIn(
      page(
        '<ul class="search-res"><li><span>May 1, 1950</span><a class="lnk-res" href="d/1"><span class="itm-title">A note</span></a><p>On this.</p><li>undated <a class="lnk-res" href="d/2">Another</a></li></ul>',
      ),
    );
    expect(records).toEqual([
      {
        line: 3,
        title: 'A note',
        date: 'May 1, 1950',
        description: 'On this.',
        url: 'https://example.org/list/d/1',
      },
      {
        line: 3,
        title: 'Another',
        date: 'undated',
        description: '',
        url: 'https://example.org/list/d/2',
      },
    ]);
    expect(others).toEqual([{ kind: 'page', heading: null, range: null }]);
  });

  test('that counts more than it has is doubted, and an entry without title refused whole', async () => {
    const { records, others } = await foundIn(
      page(
        `<p>1 - 3 of 3</p><ul class="search-res"><li><a href="/1">A</a></li>\n<li>May 1, 1950</li></ul>`,
      ),
    );
    expect(records).toHaveLength(1);
    expect(others).toMatchObject([
      { kind: 'refused', line: 4, reason: 'has no title', raw: '<li>May 1, 1950</li>' },
      { kind: 'doubt', reason: /counts 3 documents .* but 1 were found/ },
      { kind: 'page', range: { from: 1, to: 3, listed: 3 } },
    ]);
  });

  test.each([
    ['<base href="https://example.org/b/">', 'https://example.org/b/d'],
    [
      '<base href="/b/"><meta property="og:url" content="https://example.org/x">',
      'https://example.org/b/d',
    ],
    ['<link rel="canonical" href="https://example.org/c/">', 'https://example.org/c/d'],
    ['<meta property="og:url" content="https://example.org/o/">', 'https://example.org/o/d'],
  ])('resolves its links against the address that it states: %s', async (head, url) => {
    const { records } = await foundIn(page(`<table>${row(linked('d', 'A'))}</table>`, head));
    expect(records[0]?.url).toBe(url);
  });

  test('resolves its links against where a browser saved it from', async () => {
    const saved = '<!-- saved from url=(0024)https://example.org/s/1 -->\n';
    const { records } = await foundIn(saved + page(`<table>${row(linked('2', 'A'))}</table>`, ''));
    expect(records[0]?.url).toBe('https://example.org/s/2');
  });

  test('leaves out links whose site it doesn’t state, once and for all doubted', async () => {
    const { records, others } = await foundIn(
      page(
        `<table>${row(linked('/1', 'A'))}${row(linked('javascript:x()', 'B'))}${row(linked('https://example.org/3', 'C'))}</table>`,
        '',
      ),
    );
    expect(records.map(({ url }) => url)).toEqual([undefined, undefined, 'https://example.org/3']);
    expect(others).toMatchObject([
      { kind: 'doubt', reason: /2 links were left out/ },
      { kind: 'page' },
    ]);
  });
});

describe('any other web page', () => {
  test('of one document gives its labelled fields, its summary and its text', async () => {
    const { records, others } = await foundIn(
      page(
        `<span class="date">May 1, 1950</span><h1 class="title">A note</h1><div class="donated">Made possible by X</div><div class="text-block"><p>Body &amp;<br>all.</p></div>
        <div class="information-block"><div class="text">On this.</div></div>
        <div class="information-block"><div class="sub-title">Author(s):</div><div class="text"><div class="pill"><div class="name"><span>Mikoyan</span></div></div><div class="pill"><div class="name"><span>Zhou</span></div></div></div></div>
        <div class="information-block"><div class="sub-title">Source</div><div class="text">F. 3, d. 7</div><div class="sub-title">Language</div><div class="text">Russian</div><div class="sub-title">Record ID</div><div class="text">110001</div><div class="sub-title">Mood</div><div class="text">Grim</div></div>`,
      ),
    );
    expect(records).toEqual([
      {
        line: 3,
        title: 'A note',
        date: 'May 1, 1950',
        description: 'On this.',
        url: 'https://example.org/list/',
        creators: ['Mikoyan', 'Zhou'],
        source: ['F. 3, d. 7'],
        languages: ['Russian'],
        identifier: ['110001'],
        rights: ['Made possible by X'],
        pages: [
          {
            label: null,
            text: 'Body &\n\nall.',
            kind: 'transcript',
            url: 'https://example.org/list/',
          },
        ],
      },
    ]);
    expect(others).toEqual([{ kind: 'note', text: 'left out, because no field holds it: Mood' }]);
  });

  test.each([
    [page('<p>Hello</p>'), 'is a web page without documents in a known form'],
    [page('<div>'.repeat(100_000)), 'has tags more than 500 deep'],
    [page('<p>x'.repeat(200_001)), 'has more than 200000 tags'],
  ])('is refused with a sentence', async (content, reason) => {
    const { format, records, error } = await foundIn(content);
    expect(format).toBe('html');
    expect(records).toEqual([]);
    expect(error).toBe(reason);
  });

  test('is read in the encoding that it declares', async () => {
    const text = page(
      `<ul class="search-res"><li><a href="/1">%</a></li></ul>`,
      '<meta charset="koi8-r">',
    );
    const bytes = Buffer.from(text, 'latin1');
    bytes[text.indexOf('%')] = 0xf6;
    const { records } = await foundIn(bytes);
    expect(records[0]?.title).toBe('Ж');
  });
});
