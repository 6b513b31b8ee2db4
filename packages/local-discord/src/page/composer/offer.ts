import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import type { View } from '../../control/view.ts';
import type { Choice, Field } from './draft.ts';

/** Discord shows at most this many. */
const SHOWN = 25;

/**
 * What a field offers from what the page knows: fixed choices, yes or no, people, channels.
 * Undefined if it takes free text, or if the bot must be asked.
 */
export function offered(field: Field, view: Known): readonly Choice[] | undefined {
  const { option, text, chosen } = field;
  const wanted = chosen === undefined ? text.trim().toLowerCase() : '';
  return everything(option, view)
    ?.filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, SHOWN);
}

type Known = Pick<View, 'people' | 'places'>;

function everything(
  { type, choices }: Field['option'],
  { people, places }: Known,
): readonly Choice[] | undefined {
  if (choices?.length) return choices;
  switch (type) {
    case Type.Boolean:
      return [
        { name: 'True', value: true },
        { name: 'False', value: false },
      ];
    case Type.User:
      return people.map((user) => ({ name: user.global_name ?? user.username, value: user.id }));
    case Type.Channel:
      return places
        .filter(({ kind }) => kind !== 'direct')
        .map(({ id, name }) => ({ name: `#${name}`, value: id }));
    default:
      return undefined;
  }
}
