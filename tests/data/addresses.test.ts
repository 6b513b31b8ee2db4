import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addressKey } from '../../src/data/addresses/address-key.ts';
import { readDoi } from '../../src/data/addresses/doi.ts';
import { soleLink, splitLinks } from '../../src/data/addresses/links.ts';

/** The parts of an address that tell one record from another. */
const word = fc.stringMatching(/^[a-zA-Z0-9äж毛_~.-]{1,8}$/).filter((text) => !/^\.+$/.test(text));
const label = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/).filter((text) => text !== 'www');
const address: fc.Arbitrary<Parts> = fc.record({
  host: fc
    .tuple(label, fc.constantFrom('org', 'gov', 'museum', 'bücher'))
    .map((it) => it.join('.')),
  port: fc.constantFrom('', ':8080'),
  path: fc.array(word, { minLength: 1, maxLength: 4 }),
  parameters: fc.uniqueArray(fc.tuple(fc.constantFrom('id', 'q', 'page', 'lang', 'ref'), word), {
    selector: ([name]) => name,
    maxLength: 3,
  }),
});
type Parts = { host: string; port: string; path: string[]; parameters: [string, string][] };

const write = ({ host, port, path, parameters }: Parts): string => {
  const query = parameters.map(([name, value]) => `${name}=${value}`).join('&');
  return `https://${host}${port}/${path.join('/')}${query && `?${query}`}`;
};

/** The same page as somebody else would write it. */
const variants: ((parts: Parts) => string)[] = [
  (parts) => write(parts).replace('https', 'http'),
  (parts) => write(parts).replace('https', 'HTTPS'),
  (parts) => write({ ...parts, host: `www.${parts.host}` }),
  (parts) => write({ ...parts, host: parts.host.toUpperCase() }),
  (parts) => write({ ...parts, port: parts.port || ':443' }),
  (parts) => write({ ...parts, path: [...parts.path, ''] }),
  (parts) => `${write(parts)}#fn1`,
  (parts) => write({ ...parts, parameters: parts.parameters.toReversed() }),
  (parts) => write({ ...parts, parameters: [['utm_source', 'x'], ...parts.parameters] }),
  (parts) => write({ ...parts, parameters: [...parts.parameters, ['fbclid', 'aB1']] }),
  (parts) => encodeURI(write(parts)),
  (parts) => encodeURI(write(parts)).replace(/%[0-9A-F]{2}/g, (it) => it.toLowerCase()),
  (parts) => write(parts).replace('~', '%7e'),
  (parts) => write(parts).replace('https://', ''),
  (parts) => ` ${write(parts)} `,
];

/** Another page. */
const others: ((parts: Parts) => string)[] = [
  (parts) => write({ ...parts, host: `other.${parts.host}` }),
  (parts) => write({ ...parts, port: ':8081' }),
  (parts) => write({ ...parts, path: [...parts.path, 'x'] }),
  (parts) => write({ ...parts, path: [...parts.path.slice(0, -1), `${parts.path.at(-1)}1`] }),
  (parts) => write({ ...parts, path: ['a', ...parts.path] }),
  (parts) => write({ ...parts, parameters: [...parts.parameters, ['record', '1']] }),
  (parts) => write({ ...parts, path: [...parts.path.slice(0, -1), `Q${parts.path.at(-1)}`] }),
];

describe('the key of an address', () => {
  test('is the same for all that people write', () => {
    fc.assert(
      fc.property(address, fc.nat(variants.length - 1), (parts, at) => {
        expect(addressKey(variants[at]?.(parts) ?? '')).toBe(addressKey(write(parts)));
      }),
      { numRuns: 600 },
    );
  });

  test('is another for another page', () => {
    fc.assert(
      fc.property(address, fc.nat(others.length - 1), (parts, at) => {
        expect(addressKey(others[at]?.(parts) ?? '')).not.toBe(addressKey(write(parts)));
      }),
      { numRuns: 300 },
    );
  });

  test('is another for every value of a parameter, and for the case of a path', () => {
    fc.assert(
      fc.property(address, fc.string({ minLength: 1 }), (parts, value) => {
        const id = encodeURIComponent(value.toWellFormed());
        const [one, other] = [id, `${id}1`].map((it) =>
          addressKey(write({ ...parts, parameters: [['id', it]] })),
        );
        expect(one).toBeDefined();
        expect(one).not.toBe(other);
      }),
    );
    expect(addressKey('https://example.org/A')).not.toBe(addressKey('https://example.org/a'));
  });

  test('is the key of itself', () => {
    fc.assert(
      fc.property(fc.oneof(address.map(write), fc.webUrl({ withQueryParameters: true })), (url) => {
        const key = addressKey(url);
        fc.pre(key !== undefined);
        expect(addressKey(`https://${key}`)).toBe(key);
      }),
    );
  });

  it.each([
    ['http://example.org:80/', 'example.org'],
    ['https://example.org/a%2Fb/c', 'example.org/a%2Fb/c'],
    ['https://example.org/a%2fb/c', 'example.org/a%2Fb/c'],
    ['https://example.org/?q=a+b', 'example.org?q=a%20b'],
    ['https://example.org/?q=a%2Bb', 'example.org?q=a%2Bb'],
    ['https://example.org/?q=%E9', 'example.org?q=%E9'],
    ['https://example.org/?q=%e8', 'example.org?q=%E8'],
    ['https://example.org/record;jsessionid=1A2B?id=3', 'example.org/record?id=3'],
    ['https://www.xn--bcher-kva.example/a', 'xn--bcher-kva.example/a'],
    ['https://www.bücher.example/a', 'xn--bcher-kva.example/a'],
    ['https://example.org/a?id', 'example.org/a?id='],
    [
      'digitalarchive.wilsoncenter.org/document/113028',
      'digitalarchive.wilsoncenter.org/document/113028',
    ],
  ])('%s', (url, key) => {
    expect(addressKey(url)).toBe(key);
  });

  it.each([
    '',
    'mao',
    'state.gov',
    'and/or',
    'U.S./U.K.',
    '611.61/1-2062',
    'frus1861/d12',
    'ftp://example.org/a',
    'javascript://example.org/a',
    'https://',
    'https://exa mple.org/a',
    'a@example.org/b c',
  ])('is none of “%s”', (text) => {
    expect(addressKey(text)).toBeUndefined();
  });

  test('any text has one or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const one of [text, `https://${text}`, `https://a.org/${text}`]) addressKey(one);
      }),
    );
  });
});

test.each([
  ['doi:10.1000/182', '10.1000/182'],
  ['DOI: 10.1000/ABC', '10.1000/abc'],
  ['https://doi.org/10.1000.10/a%28b%29?x=1#y', '10.1000.10/a(b)'],
  [
    'http://dx.doi.org/10.1002/(SICI)1097-4571(199009)41:6%3C391::AID-ASI1%3E3.0.CO;2-9',
    '10.1002/(sici)1097-4571(199009)41:6<391::aid-asi1>3.0.co;2-9',
  ],
  ['10.1000/182', '10.1000/182'],
  ['https://doi.org/', undefined],
  ['10.1/2', undefined],
  ['https://example.org/10.1000/182', undefined],
  ['see 10.1000/182', undefined],
])('the DOI of %s is %s', (text, doi) => {
  expect(readDoi(text)).toBe(doi);
});

describe('links', () => {
  it.each([
    ['See doi:10.1000/182.', ['doi:10.1000/182']],
    ['mydoi:10.1000/182', []],
    ['doi:10', []],
  ])('%s', (text, links) => {
    expect(splitLinks(text).links).toEqual(links);
  });

  it.each([
    ['See https://a.org/b.', ['https://a.org/b'], 'See .'],
    ['(https://a.org/b_(c))', ['https://a.org/b_(c)'], '( )'],
    ['[the *note*](https://a.org/b)', ['https://a.org/b'], '[the *note*]( )'],
    [
      '<https://a.org/b>, **https://a.org/c**',
      ['https://a.org/b', 'https://a.org/c'],
      '< >, ** **',
    ],
    ['||https://a.org/b|| `https://a.org/c`', ['https://a.org/b', 'https://a.org/c'], '|| || ` `'],
    ['“https://a.org/b”', ['https://a.org/b'], '“ ”'],
    ['https://a.org/b and http://www.a.org/b/', ['https://a.org/b'], 'and'],
    ['https://a.org/毛泽东。', ['https://a.org/毛泽东'], '。'],
    ['https://a.org/?a=1&b=2!', ['https://a.org/?a=1&b=2'], '!'],
    ['no link: http:// or a.org/b', [], 'no link: http:// or a.org/b'],
  ])('%s', (text, links, rest) => {
    const split = splitLinks(text);
    expect(split.links).toEqual(links);
    expect(split.rest.replace(/\s+/g, ' ').trim()).toBe(rest);
  });

  test('stand apart from what surrounds them', () => {
    fc.assert(
      fc.property(
        address.map(write).filter((url) => !/[_~.-]$/.test(url)),
        fc.constantFrom(
          ['', ''],
          ['<', '>'],
          ['(', ').'],
          ['[it](', ')'],
          ['**', '**'],
          ['„', '“'],
          ['see ', ', and'],
          ['', '…'],
        ),
        (url, [before, after]) => {
          expect(splitLinks(`${before}${url}${after}`).links).toEqual([url]);
        },
      ),
    );
  });

  test('alone are told from links among words', () => {
    expect(soleLink(' <https://a.org/b>. ')).toBe('https://a.org/b');
    expect(soleLink('a.org/b.')).toBe('a.org/b');
    expect(soleLink('<a.org/b>')).toBe('a.org/b');
    for (const text of ['see https://a.org/b', 'https://a.org/b https://a.org/c', 'a.org', '']) {
      expect(soleLink(text)).toBeUndefined();
    }
  });
});
