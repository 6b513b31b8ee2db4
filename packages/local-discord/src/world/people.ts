import type { APIUser, UserFlags } from 'discord-api-types/v10';

/** A user as Discord describes one, all the fields that are always there included. */
export const createUser = (id: string, username: string, name: string, bot = false): APIUser => ({
  id,
  username,
  global_name: bot ? null : name,
  discriminator: bot ? '0001' : '0',
  avatar: null,
  bot,
  system: false,
  public_flags: 0 as UserFlags,
  banner: null,
  accent_color: null,
  avatar_decoration_data: null,
});
