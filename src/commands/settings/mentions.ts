import { notice } from '../../cards/notice.ts';
import { UserError } from '../../errors.ts';
import type { Options, Reply, Services } from '../../interactions/command.ts';
import { text } from '../../interactions/read-options.ts';
import type { MentionPlaces } from '../../store/tables/settings.ts';

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
  return { embeds: [notice('Mentions', describe(places))], private: true };
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
  if (before === 'everywhere') {
    throw new UserError(
      'I answer in all channels now. Name those in which I am to answer instead, with `answer:on` and a channel each.',
    );
  }
  return chosen.length > 0 ? chosen : 'nowhere';
}

function describe(places: MentionPlaces): string {
  if (places === 'nowhere') return 'I don’t answer messages that mention me.';
  const where =
    places === 'everywhere' ? 'in all channels' : `in ${places.map((id) => `<#${id}>`).join(', ')}`;
  return `I answer messages that mention me ${where}: documents in double brackets, links and ids with small cards, other words with a search.`;
}
