import type { APIEmbedField } from 'discord-api-types/v10';
import { formatDateTimestamp, type Memory, memoryFields } from '../cards/memory.ts';
import type { Document } from '../data/corpus/document.ts';
import { fingerprint } from '../data/corpus/fingerprint.ts';
import type { Invoker, Services } from '../interactions/command.ts';
import { canSee } from '../interactions/permissions.ts';
import type { Share } from '../store/tables/shares.ts';
import { sharingWords } from '../wording/sharing.ts';

/** The server, or the conversation, whose memory is one. */
export const scopeOf = ({ guildId, channelId }: Invoker): string => guildId ?? channelId;

/**
 * What a card says of the times that its document came up before. A card for the invoker tells of all
 * channels that they see; a public one tells of this channel alone, which all its readers see.
 */
export async function memoryOfCard(
  document: Document,
  isPrivate: boolean,
  { store }: Services,
  invoker: Invoker,
): Promise<APIEmbedField[]> {
  const scope = scopeOf(invoker);
  const all = await store.shares.of(scope, document.id);
  const seen = await seenAmong(new Set(all.map(({ parent }) => parent)), isPrivate, invoker);
  const shares = all.filter(({ parent }) => seen.has(parent));
  const changed = changedFields(document, shares.at(-1));
  if (invoker.guildId && !(await store.settings.remembersCards(invoker.guildId))) return changed;
  const opened = await store.discussions.of(scope, document.id);
  const open = await seenAmong(new Set(opened.map(({ channel }) => channel)), isPrivate, invoker);
  const discussions = opened.filter(({ channel }) => open.has(channel)).map(({ thread }) => thread);
  return [...memoryFields({ ...countShares(shares, invoker), discussions }), ...changed];
}

/**
 * Those of some channels of which a card may tell: not of one where Discord can't say now who sees it.
 */
async function seenAmong(
  channels: ReadonlySet<string>,
  isPrivate: boolean,
  invoker: Invoker,
): Promise<ReadonlySet<string>> {
  // Whoever is in a private thread sees the channel that it belongs to, too.
  const isSeen = async (channel: string) =>
    channel === invoker.audienceId ||
    channel === invoker.parentId ||
    (isPrivate && (await canSee(invoker, channel).catch(() => false)));
  const seen = await Promise.all(
    [...channels].map(async (channel) => ((await isSeen(channel)) ? [channel] : [])),
  );
  return new Set(seen.flat());
}

/** A warning where a card shows another state of the document than is loaded now. */
export function changedFields(document: Document, share: Share | undefined): APIEmbedField[] {
  if (!share || share.fingerprint === fingerprint(document)) return [];
  const { title, text } = sharingWords.changed;
  return [{ name: title, value: text(formatDateTimestamp(share.at)) }];
}

/** @param shares oldest first */
function countShares(
  shares: readonly Share[],
  { audienceId, guildId }: Invoker,
): Pick<Memory, 'here' | 'elsewhere'> {
  const channels = [...Map.groupBy(shares, ({ parent }) => parent)].map(([channelId, found]) => {
    const { at, user, channel, message } = found.at(-1) as Share;
    const url = `https://discord.com/channels/${guildId ?? '@me'}/${channel}/${message}`;
    return { channelId, times: found.length, last: { at, userId: user, url } };
  });
  const latestFirst = channels.sort((a, b) => b.last.at.getTime() - a.last.at.getTime());
  return {
    here: latestFirst.find(({ channelId }) => channelId === audienceId),
    elsewhere: latestFirst.filter(({ channelId }) => channelId !== audienceId),
  };
}
