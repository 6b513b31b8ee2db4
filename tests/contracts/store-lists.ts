import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Current, moment } from './current-store.ts';

const item = {
  document: 'd1',
  title: 'Talks',
  fingerprint: 'f1',
  note: { text: 'Why', by: 'u1', at: moment(3) },
  addedBy: 'u1',
  addedAt: moment(3),
};

/** Lists of documents. */
export function testLists(name: string, current: Current): void {
  describe(`${name}: lists`, () => {
    const list = { scope: 'guild:1', name: 'Talks', createdBy: '1', createdIn: 'i1' };

    test('are made once for an interaction, whichever of two instances is first', async () => {
      const other = await current().open();
      const made = await Promise.all(
        [current().store, other].map(({ lists }) => lists.create(list, moment(1))),
      );
      expect(new Set(made.map((each) => each?.id)).size).toBe(1);
      expect(made[0]).toMatchObject({ name: 'Talks', size: 0 });
      expect(await other.lists.create({ ...list, createdIn: 'i2' }, moment(1))).toBeUndefined();
    });

    test('have one name in a scope, letter case aside, until they are deleted', async () => {
      const { lists } = current().store;
      const first = await lists.create(list, moment(1));
      const second = await lists.create({ ...list, name: 'Notes', createdIn: 'i2' }, moment(1));
      if (!first || !second) throw new Error('no lists');
      expect(await lists.rename(second.id, 'TALKS')).toBe(false);
      await lists.delete(first.id, moment(2));
      expect(await lists.rename(second.id, 'TALKS')).toBe(true);
      expect(await lists.restore(first.id)).toBe(false);
      expect((await lists.of(['guild:1'])).map(({ name }) => name)).toEqual(['TALKS']);
      expect((await lists.of(['guild:1'], moment(1))).map(({ name }) => name)).toEqual(['Talks']);
      await lists.forgetDeletedBefore(moment(3));
      expect(await lists.find(first.id)).toBeUndefined();
    });

    test('are in the order of their names’ bytes, whatever the language of the database', async () => {
      const { lists } = current().store;
      const names = ['ä', 'Zebra', 'apple', 'z', '_', '中', 'Éclair', '-'];
      for (const each of names) {
        await lists.create({ ...list, name: each, createdIn: each }, moment(1));
      }
      const inOrder = names.toSorted((a, b) =>
        Buffer.compare(Buffer.from(a.toLowerCase()), Buffer.from(b.toLowerCase())),
      );
      expect((await lists.of(['guild:1'])).map(({ name }) => name)).toEqual(inOrder);
    });

    test('keep documents in their order, each once, with its note', async () => {
      const made = await current().store.lists.create(list, moment(1));
      const { listItems } = current().store;
      if (!made) throw new Error('no list');
      const later = { ...item, document: 'd0', addedAt: moment(4) };
      expect(await listItems.add(made.id, later)).toBe(true);
      expect(await listItems.add(made.id, item)).toBe(true);
      expect(await listItems.add(made.id, { ...item, title: 'Other' })).toBe(false);
      expect(await listItems.of(made.id)).toEqual([item, later]);
      expect((await current().store.lists.find(made.id))?.size).toBe(2);
      const note = { text: 'New', by: 'u2', at: moment(5) };
      expect(await listItems.setNote(made.id, 'd1', note)).toBe(true);
      expect(await listItems.setNote(made.id, 'd9', note)).toBe(false);
      expect(await listItems.putBack(made.id, item)).toEqual({ ...item, note });
      expect(await listItems.remove(made.id, 'd1')).toBe(true);
      expect(await listItems.remove(made.id, 'd1')).toBe(false);
      expect(await listItems.putBack(made.id, item)).toBeUndefined();
      expect(await listItems.of(made.id)).toEqual([item, later]);
    });

    test('keep every text as it was written', async () => {
      const made = await current().store.lists.create(list, moment(1));
      const { listItems } = current().store;
      // PostgreSQL's texts have every character but this.
      const text = fc
        .string({ unit: 'binary', minLength: 1 })
        .map((any) => any.replace(/\0/g, '0'));
      await fc.assert(
        fc.asyncProperty(text, text, async (title, note) => {
          const written = { ...item, title, note: { ...item.note, text: note } };
          await listItems.putBack(made?.id ?? 0, written);
          expect(await listItems.of(made?.id ?? 0)).toEqual([written]);
        }),
        { numRuns: 50 },
      );
    });
  });
}
