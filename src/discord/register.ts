import { isDeepStrictEqual } from 'node:util';
import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Command, Declaration } from '../interactions/command.ts';
import { fetchApplication } from './application.ts';
import type { Connection } from './connection.ts';

/** The part of Discord's answer that we declare; the rest is Discord's own. */
const Registered = z.array(z.looseObject({ name: z.string() }));

/**
 * Registers the commands for the application that the token is of; without a gateway.
 * @param signal ends the request that is under way, and sends no other
 * @returns whether anything differed
 */
export async function registerCommands(
  rest: REST,
  { applicationId, guildId }: Pick<Connection, 'applicationId' | 'guildId'>,
  commands: readonly Pick<Command, 'data'>[],
  signal?: AbortSignal,
): Promise<boolean> {
  const declarations = commands.map(({ data }) => data);
  const id = applicationId ?? (await fetchApplication(rest, signal)).id;
  return register(rest, id, guildId, declarations, signal);
}

/**
 * Registers the commands where Discord's list differs from ours, everywhere or in one server alone.
 * @returns whether it differed
 */
export async function register(
  rest: REST,
  applicationId: string,
  guildId: string | undefined,
  declarations: readonly Declaration[],
  signal?: AbortSignal,
): Promise<boolean> {
  const route = guildId
    ? Routes.applicationGuildCommands(applicationId, guildId)
    : Routes.applicationCommands(applicationId);
  const registered = await registeredAt(rest, route, signal);
  if (guildId) await forgetGlobal(rest, applicationId, signal);
  const keys = guildId ? GUILD_COMMAND_KEYS : COMMAND_KEYS;
  const compared = (commands: readonly object[]) =>
    commands.map((command) => significant(command, keys)).sort(byName);
  if (isDeepStrictEqual(compared(registered), compared(declarations))) return false;
  await rest.put(route, { body: declarations, signal });
  return true;
}

/** With the texts of other languages, which Discord leaves out unless it is asked for them. */
const registeredAt = async (rest: REST, route: `/${string}`, signal: AbortSignal | undefined) =>
  Registered.parse(
    await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }), signal }),
  );

/** Commands registered everywhere would stand in the server a second time. */
async function forgetGlobal(
  rest: REST,
  applicationId: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const route = Routes.applicationCommands(applicationId);
  const registered = await registeredAt(rest, route, signal);
  if (registered.length > 0) await rest.put(route, { body: [], signal });
}

const GUILD_COMMAND_KEYS = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'default_member_permissions',
];
/** Where a command can be used is said only of those that are registered everywhere. */
const COMMAND_KEYS = [...GUILD_COMMAND_KEYS, 'integration_types', 'contexts'];
const OPTION_KEYS = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'required',
  'autocomplete',
  'min_length',
  'max_length',
  'choices',
  'options',
  'channel_types',
];

/** Discord leaves out what is false or empty and adds keys of its own: neither is a difference. */
function significant(source: object, keys: readonly string[]): Record<string, unknown> {
  const values: Record<string, unknown> = { ...source };
  const kept = keys.flatMap((key) => {
    const value = values[key];
    if (value === undefined || value === null || value === false || value === '') return [];
    if (Array.isArray(value) && value.length === 0) return [];
    return [[key, key === 'options' || key === 'choices' ? nested(key, value) : unordered(value)]];
  });
  return Object.fromEntries(kept);
}

const nested = (key: string, values: unknown) =>
  (values as object[]).map((value) =>
    significant(value, key === 'choices' ? ['name', 'name_localizations', 'value'] : OPTION_KEYS),
  );

const unordered = (value: unknown) => (Array.isArray(value) ? value.toSorted() : value);

const byName = (a: Record<string, unknown>, b: Record<string, unknown>) =>
  String(a.name).localeCompare(String(b.name));
