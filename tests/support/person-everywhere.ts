import { contentOf, fingerprint } from '../../src/data/corpus/fingerprint.ts';
import type { Store } from '../../src/store/store.ts';
import { aDocument } from './documents.ts';

const at = new Date(Date.UTC(2026, 0, 2));
const note = (by: string, text = 'Why') => ({ text, by, at });
const item = (document: string, by: string, said = note(by)) => ({
  document,
  title: 'Talks',
  fingerprint: 'f1',
  note: said,
  addedBy: by,
  addedAt: at,
});
const share = { channel: 'c1', parent: 'c1', document: 'd1', fingerprint: 'f1', at };

/** Lets a person, and another, do in a server all that a store keeps of people and servers. */
export async function doEverything(
  store: Store,
  { user, other, guild }: { user: string; other: string; guild: string },
): Promise<void> {
  for (const [index, owner] of [user, other].entries()) {
    const input = { removed: item('d9', user) };
    await store.views.save({ command: 'list', input, owner, createdAt: at });
    await store.draws.mark(`user:${owner}`, 'd1');
    await store.shares.begin({ ...share, message: `i${index}`, scope: guild, user: owner });
    await store.shares.confirm(`i${index}`, `m${index}`);
    await store.discussions.begin({
      channel: `c${index}`,
      document: 'd1',
      scope: guild,
      thread: 't1',
      user: owner,
      at,
    });
    await store.additions.add({
      guild,
      by: owner,
      at,
      kind: 'form',
      file: null,
      documents: [{ document: aDocument({ id: `added-${index}`, title: 'Talks' }) }],
    });
    const question = { query: 'missiles', words: [] };
    const watch = { owner, guild, channel: undefined, question, createdAt: at, seen: 0 };
    const watchId = await store.watches.add(watch);
    const news = { total: 1, changed: 0, documents: ['d1'] };
    await store.digests.add(watchId, { since: 0, until: 1 }, news, at);
    const own = { scope: `user:${owner}`, name: 'Mine', createdBy: owner };
    const list = await store.lists.create(own, at);
    await store.listItems.add(list?.id ?? 0, item('d1', owner));
  }
  await typeEverywhere(store, { user, other, guild });
  await store.draws.mark('c1', 'd2', guild);
  await store.knownDocuments.add(guild, [{ id: 'added-0', content: 'says so' }]);
  await store.knownDocuments.endChange(guild, at);
  await store.mentionReplies.save('m9', 'm10', guild);
  await store.settings.setRemembersCards(guild, false);
  const shared = { scope: `guild:${guild}`, name: 'Ours', createdBy: user };
  const list = await store.lists.create(shared, at);
  await store.listItems.add(list?.id ?? 0, item('d1', user));
  await store.listItems.add(list?.id ?? 0, item('d2', other, note(other, `Ask <@${user}> why`)));
  const day = { guild, channel: 'c1', time: '08:00', zone: 'UTC', empty: 'skip' };
  await store.subscriptions.set({ ...day, setBy: user, setAt: at });
  await store.departures.note(new Set([guild]));
  await store.dayPosts.claim(guild, '2026-01-02', 1000);
}

/** Lets another person type a person's id, as a mention or as figures, wherever something can be typed. */
async function typeEverywhere(
  store: Store,
  { user, other, guild }: { user: string; other: string; guild: string },
): Promise<void> {
  const title = `Letter to ${user}`;
  const id = `added-letter-to-${user}-0a1b`;
  const document = aDocument({ id, title, description: `By <@!${user}>` });
  const documents = [{ document, place: `row of ${user}` }];
  const file = `${user}.csv`;
  await store.additions.add({ guild, by: other, at, kind: 'import', file, documents });
  await store.knownDocuments.add(guild, [contentOf(document)]);
  const input = { query: `from <@${user}>`, filter: {}, of: id };
  await store.views.save({ command: 'search', input, owner: other, createdAt: at });
  await store.draws.mark(`user:${other}`, id);
  const shown = { ...share, document: id, fingerprint: fingerprint(document) };
  const shared = { ...shown, message: 'i9', scope: guild, user: other };
  await store.shares.begin(shared);
  await store.shares.confirm('i9', 'm11');
  const discussion = { channel: 'c9', document: id, scope: guild, thread: 't9', user: other, at };
  await store.discussions.begin(discussion);
  const question = { query: user, words: [] };
  const watch = { owner: other, guild, channel: undefined, question, createdAt: at, seen: 0 };
  const watchId = await store.watches.add(watch);
  const news = { total: 1, changed: 0, documents: [id] };
  await store.digests.add(watchId, { since: 0, until: 1 }, news, at);
  const scope = `user:${other}`;
  for (const name of [`For <@${user}>`, 'for @someone', user]) {
    const list = await store.lists.create({ scope, name, createdBy: other }, at);
    const listed = { ...item(id, other, note(other, `See ${user}`)), title };
    await store.listItems.add(list?.id ?? 0, listed);
  }
}
