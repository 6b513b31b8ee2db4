import { type APIUser, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import type { DeclaredOption } from '../rules/declaration.ts';
import { toApiChannel } from '../world/places.ts';
import type { World } from '../world/world.ts';
import { NotSent } from './not-sent.ts';
import { resolveChannel, resolveUser } from './resolve-channel.ts';
import { findUpload } from './uploads.ts';

/** Values by option name; numbers and booleans may also come as text. */
export type OptionValues = Readonly<Record<string, string | number | boolean | undefined>>;

/** An option as an interaction carries it. */
type SentOption = {
  name: string;
  type: Type;
  value: string | number | boolean;
  focused?: true;
};

export type SentOptions = {
  options: readonly SentOption[];
  /** The users, roles, channels and files that options name. */
  resolved: { users?: object; roles?: object; channels?: object; attachments?: object };
};

/**
 * Options as Discord's client would send them.
 * @throws NotSent for what it would not send: unknown, missing, of the wrong kind, out of bounds
 */
export function readOptions(
  world: World,
  user: APIUser,
  declared: readonly DeclaredOption[],
  values: OptionValues,
): SentOptions {
  const unknown = Object.keys(values).find(
    (name) => values[name] !== undefined && !declared.some((option) => option.name === name),
  );
  if (unknown !== undefined) throw new NotSent(`There is no option "${unknown}".`);
  const resolved: Partial<Record<keyof SentOptions['resolved'], Record<string, object>>> = {};
  const options = declared.flatMap((option): SentOption[] => {
    const given = values[option.name];
    if (given === undefined || (typeof given === 'string' && !given.trim())) {
      if (option.required) throw new NotSent(`${option.name}: This option is required.`);
      return [];
    }
    if (option.type === Type.User) {
      const named = resolveUser(world, String(given));
      resolved.users = { ...resolved.users, [named.id]: named };
      return [{ name: option.name, type: option.type, value: named.id }];
    }
    if (option.type === Type.Channel) {
      const place = resolveChannel(world, user, String(given));
      if (option.channel_types?.length && !option.channel_types.includes(place.type)) {
        throw new NotSent(`${option.name}: Not a channel of a kind that fits.`);
      }
      const channel = { ...toApiChannel(place, world.bot), permissions: '0' };
      resolved.channels = { ...resolved.channels, [place.id]: channel };
      return [{ name: option.name, type: option.type, value: place.id }];
    }
    if (option.type === Type.Role) {
      const role = findRole(world, user, String(given));
      resolved.roles = { ...resolved.roles, [role.id]: role };
      return [{ name: option.name, type: option.type, value: role.id }];
    }
    if (option.type === Type.Attachment) {
      const file = findUpload(world, String(given));
      const attachment = world.attachments.add(file, world.applicationId, { ephemeral: true });
      resolved.attachments = { ...resolved.attachments, [attachment.id]: attachment };
      return [{ name: option.name, type: option.type, value: attachment.id }];
    }
    return [{ name: option.name, type: option.type, value: readValue(option, given) }];
  });
  return { options, resolved };
}

/** A role of a server that the user is in, by id or name. */
function findRole(world: World, user: APIUser, named: string) {
  const role = [...world.guilds.values()]
    .filter(({ members }) => members.some((member) => member.user.id === user.id))
    .flatMap(({ roles }) => roles)
    .find(({ id, name }) => id === named || name === named.replace(/^@/, ''));
  if (!role) throw new NotSent(`There is no role "${named}".`);
  return role;
}

function readValue(option: DeclaredOption, given: string | number | boolean) {
  const { name, type, choices } = option;
  if (choices?.length) {
    const choice = choices.find((one) => one.value === given || one.name === given);
    if (choice) return choice.value;
    throw new NotSent(`${name}: Pick one of ${choices.map((one) => one.name).join(', ')}.`);
  }
  switch (type) {
    case Type.String:
      return readText(option, String(given).trim());
    case Type.Boolean:
      if (given === true || given === 'true') return true;
      if (given === false || given === 'false') return false;
      throw new NotSent(`${name}: Pick True or False.`);
    case Type.Integer:
    case Type.Number:
      return readNumber(option, Number(given));
    default:
      throw new NotSent(`${name}: This kind of option (${type}) cannot be sent from here.`);
  }
}

function readText({ name, min_length, max_length }: DeclaredOption, text: string): string {
  if (text.length < (min_length ?? 0)) {
    throw new NotSent(`${name}: At least ${min_length} characters are needed.`);
  }
  if (text.length > (max_length ?? 6000)) {
    throw new NotSent(`${name}: At most ${max_length ?? 6000} characters are allowed.`);
  }
  return text;
}

function readNumber({ name, type, min_value, max_value }: DeclaredOption, value: number): number {
  if (Number.isNaN(value) || (type === Type.Integer && !Number.isInteger(value))) {
    throw new NotSent(`${name}: ${type === Type.Integer ? 'A whole' : 'A'} number is needed.`);
  }
  if (value < (min_value ?? value)) throw new NotSent(`${name}: At least ${min_value}.`);
  if (value > (max_value ?? value)) throw new NotSent(`${name}: At most ${max_value}.`);
  return value;
}
