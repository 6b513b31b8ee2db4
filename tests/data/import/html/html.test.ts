import { describe, expect, test } from 'vitest';
import { foundIn } from '../../../support/found.ts';

const page = (body: string) =>
  `<!doctype html><html><head><link rel="canonical" href="https://example.org/list/"></head><body>${body}</body></html>`;

describe('a saved web page', () => {
  test('of the newer listing is read row by row, with its pager', async () => {
    const { format, records, others } = await foundIn(
      page(
        '<h1>Berlin</h1><p>31 - 32 of 71</p><table><tr><td class="document"><a href="/d/1">A note</a></td><td>May 1, 1950</td><td>On this.</td></tr><tr><td class="document"><a href="/d/2">A letter</a></td><td></td><td></td></tr></table>',
      ),
    );
    expect(format).toBe('html');
    expect(records).toMatchObject([
      {
        title: 'A note',
        date: 'May 1, 1950',
        description: 'On this.',
        url: 'https://example.org/d/1',
      },
      { title: 'A letter', date: '', url: 'https://example.org/d/2' },
    ]);
    expect(others).toEqual([
      { kind: 'page', heading: 'Berlin', stretch: { from: 31, to: 32, listed: 71 } },
    ]);
  });

  test('of the older listing is read entry by entry', async () => {
    const { records } = await foundIn(
      page(
        '<ul class="search-res"><li><span>May 1, 1950</span><a class="lnk-res" href="d/1"><span class="itm-title">A note</span></a><p>On this.</p></li></ul>',
      ),
    );
    expect(records).toMatchObject([
      {
        title: 'A note',
        date: 'May 1, 1950',
        description: 'On this.',
        url: 'https://example.org/list/d/1',
      },
    ]);
  });

  test('of one document is read with its labelled fields', async () => {
    const { records } = await foundIn(
      page(
        '<span class="date">May 1, 1950</span><h1 class="title">A note</h1><div class="text-block">Body &amp; all.</div><div class="information-block"><div class="sub-title">Author(s)</div><div class="pill"><div class="name"><span>Mikoyan</span></div></div></div><div class="information-block"><div class="sub-title">Record ID</div><div class="text">110001</div></div>',
      ),
    );
    expect(records).toMatchObject([
      {
        title: 'A note',
        date: 'May 1, 1950',
        description: 'Body & all.',
        creators: ['Mikoyan'],
        identifier: ['110001'],
        url: 'https://example.org/list/',
      },
    ]);
  });

  test('without documents is said to be so', async () => {
    const { fault } = await foundIn(page('<p>Hello</p>'));
    expect(fault).toBe('is a web page without documents in a known form');
  });
});
