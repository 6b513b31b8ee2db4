import { notice } from '../../cards/notice.ts';
import { UserError } from '../../errors.ts';
import type { Options, Reply, Services } from '../../interactions/command.ts';
import { text } from '../../interactions/read-options.ts';
import type { MentionPlaces } from '../../store/tables/settings.ts';
import { settingsWords } from '../../wording/settings.ts';

const words = settingsWords.mentions;

/** `/settings mentions`: in which channels messages that mention the app are answered. */
export async function mentions(
  guildId: string,
  options: Options,
  { store }: Services,
): Promise<Reply> {
  const answer = text(options, 'answer');
  const channel = text(options, 'channel');
  const before = await store.settings.mentionPlaces(guildId);
  const places = changed(before, answer, channel);
  if (places !== before) await store.settings.setMentionPlaces(guildId, places);
  return { embeds: [notice(words.title, describe(places))], private: true };
}

/** @throws UserError for one channel that is to be left out of all */
function changed(
  before: MentionPlaces,
  answer: string | undefined,
  channel: string | undefined,
): MentionPlaces {
  if (!answer && !channel) return before;
  if (!channel) return answer === 'off' ? 'nowhere' : 'everywhere';
  const chosen = typeof before === 'string' ? [] : before.filter((id) => id !== channel);
  if (answer !== 'off') return [...chosen, channel];
  if (before === 'everywhere') throw new UserError(words.cantLeaveOneOut);
  return chosen.length > 0 ? chosen : 'nowhere';
}

function describe(places: MentionPlaces): string {
  if (places === 'nowhere') return words.nowhere;
  if (places === 'everywhere') return words.everywhere;
  return words.inChannels(places.map((id) => `<#${id}>`));
}
