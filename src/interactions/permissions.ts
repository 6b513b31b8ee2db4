import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { UserError } from '../errors.ts';
import type { Invoker } from './command.ts';

/** Permissions by the names that Discord's settings show. */
const NAMES = {
  'View Channel': Permission.ViewChannel,
  'Send Messages': Permission.SendMessages,
  'Send Messages in Threads': Permission.SendMessagesInThreads,
  'Create Public Threads': Permission.CreatePublicThreads,
  'Embed Links': Permission.EmbedLinks,
  'Attach Files': Permission.AttachFiles,
  'Manage Messages': Permission.ManageMessages,
  'Manage Server': Permission.ManageGuild,
  'Read Message History': Permission.ReadMessageHistory,
} as const;
type Name = keyof typeof NAMES;

/**
 * What the app is invited with, and all that it may need anywhere. Answers come without any of them,
 * but their cards and files need the last two.
 */
export const APP_PERMISSIONS = [
  'View Channel',
  'Send Messages',
  'Send Messages in Threads',
  'Create Public Threads',
  'Read Message History',
  'Embed Links',
  'Attach Files',
] as const satisfies readonly Name[];
export type AppPermission = (typeof APP_PERMISSIONS)[number];

/** Permissions as Discord's bits. */
export const bitsOf = (names: readonly Name[]): bigint =>
  names.reduce((bits, name) => bits | NAMES[name], 0n);

/** The names of those permissions that the bits lack. */
export const missing = (bits: bigint, needed: readonly Name[]): Name[] =>
  needed.filter((name) => (bits & NAMES[name]) !== NAMES[name]);

/** Whether the invoker sees a channel of this server. */
export async function canSee(invoker: Invoker, channelId: string): Promise<boolean> {
  const { invoker: bits = 0n } = (await invoker.permissionsIn(channelId)) ?? {};
  return missing(bits, ['View Channel']).length === 0;
}

/**
 * Makes sure that the invoker manages the server, whatever Discord was told of who may use a command.
 * @throws UserError if they don't
 */
export function requireManager({ guildId, permissions }: Invoker): void {
  if (guildId && missing(permissions, ['Manage Server']).length === 0) return;
  throw new UserError('Only someone with “Manage Server” can use this command.');
}

/** What it takes to speak in a place. */
export const speakingPermissions = ({ channelId, parentId }: Invoker): AppPermission[] => [
  'View Channel',
  channelId === parentId ? 'Send Messages' : 'Send Messages in Threads',
];

/**
 * Makes sure that both may do something here. Where only the invoker brings the app, it answers in their
 * name and needs no more than to show a card.
 * @throws UserError naming every permission that is missing, and to whom
 */
export function requirePermissions(
  invoker: Invoker,
  needed: { invoker: readonly Name[]; app: readonly AppPermission[] },
): void {
  const ofApp = invoker.appIsHere
    ? needed.app
    : needed.app.filter((name) => name === 'Embed Links' || name === 'Attach Files');
  const problems = [
    describeMissing('You lack', missing(invoker.permissions, needed.invoker)),
    describeMissing('I lack', missing(invoker.appPermissions, ofApp)),
  ].filter(Boolean);
  if (problems.length === 0) return;
  throw new UserError(`${problems.join(' ')} Whoever manages this channel can change that.`);
}

/** What somebody lacks in a place, in a sentence; empty if nothing. */
export const describeMissing = (who: string, names: readonly Name[], where = 'here'): string =>
  names.length ? `${who} ${names.map((name) => `“${name}”`).join(', ')} ${where}.` : '';
