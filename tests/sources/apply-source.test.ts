import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { identifiedId } from '../../src/data/import/document-id.ts';
import { mergeDocuments } from '../../src/data/import/merge-documents.ts';
import { originsOf } from '../../src/data/import/origins.ts';
import { openSpool, type Spool } from '../../src/data/import/spool.ts';
import {
  type Origin,
  type SpooledDocument,
  spoolDocument,
} from '../../src/data/import/spooled-document.ts';
import { applySource } from '../../src/sources/follow/apply-source.ts';
import { aDocument } from '../support/documents.ts';

async function openTestSpool(): Promise<Spool> {
  const spool = await openSpool(join(await mkdtemp(join(tmpdir(), 'apply-')), 'spool'));
  onTestFinished(() => spool[Symbol.asyncDispose]());
  return spool;
}

/** What a source, or an import, says of the record with this key. */
function spooled(spool: Spool, key: string, words: string, origin: Partial<Origin>) {
  const document = aDocument({
    id: identifiedId('c', key),
    title: `Record ${key}`,
    description: words,
    identifier: [key],
  });
  return spoolDocument(document, spool, { file: 'f', line: 1, place: null, ...origin }, null);
}

const NAMES = ['one', 'two'] as const;
type Name = (typeof NAMES)[number];

/** What happens: records of a source change, or are imported by hand; then the source is followed. */
const Step = fc.record({
  by: fc.constantFrom<Name | 'hand'>(...NAMES, 'hand'),
  set: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y', 'z')),
  drop: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
  whole: fc.boolean(),
});

test('the corpus always has what somebody holds, and nothing else', async () => {
  const spool = await openTestSpool();
  const ids = new Map(['a', 'b', 'c'].map((key) => [key, identifiedId('c', key)]));
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { maxLength: 8 }), async (steps) => {
      let documents: readonly SpooledDocument[] = [];
      const held: Record<Name | 'hand', Map<string, string>> = {
        one: new Map(),
        two: new Map(),
        hand: new Map(),
      };
      for (const { by, set, drop, whole } of steps) {
        const own = held[by];
        if (by === 'hand') {
          for (const [key, words] of Object.entries(set)) own.set(key, words);
          const read = await Promise.all(
            Object.entries(set).map(([key, words]) => spooled(spool, key, words, { file: 'hand' })),
          );
          documents = mergeDocuments(documents, read);
        } else {
          for (const key of drop) own.delete(key);
          for (const [key, words] of Object.entries(set)) own.set(key, words);
          const told = whole ? [...own] : Object.entries(set);
          const read = await Promise.all(
            told.map(([key, words]) => spooled(spool, key, words, { source: by, record: key })),
          );
          const gone: ReadonlySet<string> = new Set(drop.filter((key) => !own.has(key)));
          const applied = applySource(
            documents,
            { name: by, documents: read, isGone: ({ record }) => whole || gone.has(record ?? '') },
            new Set(NAMES),
          );
          expect(applied.holds).toBe(own.size);
          documents = applied.documents;
        }
        for (const key of ids.keys()) {
          const holders = Object.entries(held).filter(([, has]) => has.has(key));
          const found = documents.filter(({ id }) => id === ids.get(key));
          expect(found).toHaveLength(holders.length > 0 ? 1 : 0);
          const [document] = found;
          if (!document) continue;
          const names = originsOf(document).map(({ source }) => source ?? 'hand');
          expect(names.toSorted()).toEqual(holders.map(([name]) => name).toSorted());
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('of several files, the corpus has what any of them has, whichever are read', async () => {
  const spool = await openTestSpool();
  const Letters = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
  const Files = fc.dictionary(fc.constantFrom('1.csv', '2.csv', '3.csv'), Letters);
  await fc.assert(
    fc.asyncProperty(fc.array(Files, { maxLength: 8 }), async (steps) => {
      let documents: readonly SpooledDocument[] = [];
      const has = new Map<string, readonly string[]>();
      for (const changed of steps) {
        for (const [file, letters] of Object.entries(changed)) has.set(file, letters);
        const read = await Promise.all(
          Object.entries(changed).flatMap(([file, letters]) =>
            letters.map((key) => spooled(spool, key, 'x', { file, source: 'one', record: null })),
          ),
        );
        const isGone = ({ file }: Origin) => Object.hasOwn(changed, file);
        const applied = applySource(
          documents,
          { name: 'one', documents: read, isGone },
          new Set(NAMES),
        );
        const all = new Set([...has.values()].flat());
        expect(applied.holds).toBe(all.size);
        documents = applied.documents;
        expect(documents.map(({ id }) => id).sort()).toEqual(
          [...all].map((key) => identifiedId('c', key)).sort(),
        );
        for (const document of documents) {
          const files = [...has].filter(([, letters]) =>
            letters.some((key) => identifiedId('c', key) === document.id),
          );
          expect(
            originsOf(document)
              .map(({ file }) => file)
              .sort(),
          ).toEqual(files.map(([file]) => file).sort());
        }
      }
    }),
    { numRuns: 100 },
  );
});

test('two records that a source keeps apart are two documents, though they say the same', async () => {
  const spool = await openTestSpool();
  const same = (record: string) =>
    spoolDocument(
      aDocument({ id: 'same', title: 'Telegram' }),
      spool,
      { file: 'f', line: 1, place: null, source: 'one', record },
      null,
    );
  const follow = (
    documents: readonly SpooledDocument[],
    read: readonly SpooledDocument[],
    gone: string | null = null,
  ) =>
    applySource(
      documents,
      { name: 'one', documents: read, isGone: ({ record }) => record === gone },
      new Set(['one']),
    );
  const first = follow([], [await same('1')]);
  const second = follow(first.documents, [await same('2'), await same('1')]);
  expect(second).toMatchObject({ added: 1, changed: 0, holds: 2 });
  const third = follow(second.documents, [], '1');
  expect(third).toMatchObject({ deleted: 1, holds: 1 });
  expect(third.documents[0]?.origin?.record).toBe('2');
});

test('records that say the same have the same ids, in whatever order a source gives them', async () => {
  const spool = await openTestSpool();
  const keys = ['1', '2', '3', '4'];
  const twins = await Promise.all(
    keys.map((record) =>
      spoolDocument(
        aDocument({ id: 'same', title: 'Telegram' }),
        spool,
        { file: 'f', line: null, place: null, source: 'one', record },
        null,
      ),
    ),
  );
  const follow = (
    before: readonly SpooledDocument[],
    documents: readonly SpooledDocument[],
    name = 'one',
  ) => applySource(before, { name, documents, isGone: () => false }, new Set(NAMES)).documents;
  const idsOf = (documents: readonly SpooledDocument[], name = 'one') =>
    Object.fromEntries(
      documents.flatMap((document) =>
        originsOf(document)
          .filter(({ source }) => source === name)
          .map(({ record }) => [record, document.id]),
      ),
    );
  const Order = fc.shuffledSubarray(twins, { minLength: twins.length });
  const first = follow([], twins);
  const ofTwo = twins.map(({ origin, ...twin }) => ({
    ...twin,
    origin: origin && { ...origin, source: 'two' },
  }));
  const shared = idsOf(follow(first, ofTwo, 'two'), 'two');
  fc.assert(
    fc.property(Order, Order, (one, other) => {
      const documents = follow([], one);
      expect(idsOf(documents)).toEqual(idsOf(first));
      expect(idsOf(follow(documents, other))).toEqual(idsOf(first));
      // Another source's are as many, each with one of the first's.
      const order = other.map((twin) => ofTwo[twins.indexOf(twin)] as SpooledDocument);
      expect(idsOf(follow(first, order, 'two'), 'two')).toEqual(shared);
    }),
  );
  expect(new Set(Object.values(shared))).toEqual(new Set(Object.values(idsOf(first))));
});

test('a source’s key finds a document whose title and date have changed', async () => {
  const spool = await openTestSpool();
  const origin = { file: 'f', line: 1, place: null, source: 'one', record: '7' };
  const before = await spoolDocument(
    aDocument({ id: 'old-id', title: 'Old' }),
    spool,
    origin,
    null,
  );
  const after = await spoolDocument(aDocument({ id: 'new-id', title: 'New' }), spool, origin, null);
  const sources = new Set(['one']);
  const given = { name: 'one', isGone: () => false };
  const { documents } = applySource([], { ...given, documents: [before] }, sources);
  const applied = applySource(documents, { ...given, documents: [after] }, sources);
  expect(applied).toMatchObject({ added: 0, changed: 1, deleted: 0 });
  expect(applied.documents.map(({ id }) => id)).toEqual(['old-id']);
});

test('what two sources hold says what the first says, as long as that is a source', async () => {
  const spool = await openTestSpool();
  const by = (source: string, words: string) => spooled(spool, 'a', words, { source, record: 'a' });
  const isGone = () => false;
  const [one, two] = [await by('one', 'x'), await by('two', 'y')];
  const first = applySource([], { name: 'one', documents: [one], isGone }, new Set(NAMES));
  const both = applySource(
    first.documents,
    { name: 'two', documents: [two], isGone },
    new Set(NAMES),
  );
  expect(both).toMatchObject({ added: 0, changed: 0, shared: 1 });
  expect(both.documents[0]?.content).toBe(one.content);
  // Once the first has lost it, the other has the say, and is to be asked for all that it has.
  const lost = applySource(
    both.documents,
    { name: 'one', documents: [], isGone: () => true },
    new Set(NAMES),
  );
  expect([...lost.heirs]).toEqual(['two']);
  const heir = applySource(
    lost.documents,
    { name: 'two', documents: [two], isGone },
    new Set(NAMES),
  );
  expect(heir.documents[0]?.content).toBe(two.content);
  const second = applySource(
    both.documents,
    { name: 'two', documents: [], isGone: () => true },
    new Set(NAMES),
  );
  expect(second.heirs.size).toBe(0);
  const alone = applySource(
    both.documents,
    { name: 'two', documents: [two], isGone },
    new Set(['two']),
  );
  expect(alone).toMatchObject({ changed: 1, shared: 0 });
  expect(alone.documents[0]?.content).toBe(two.content);
});
