import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { UserError } from '../errors.ts';
import { type PermissionName as Name, permissionWords } from '../wording/permissions.ts';
import type { Invoker } from './command.ts';

/**
 * What the app is invited with, and all that it may need anywhere. Answers come without any of them,
 * but their cards and files need the last two.
 */
export const APP_PERMISSIONS = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'ReadMessageHistory',
  'EmbedLinks',
  'AttachFiles',
] as const satisfies readonly Name[];
export type AppPermission = (typeof APP_PERMISSIONS)[number];

/** Permissions as Discord's bits. */
export const bitsOf = (names: readonly Name[]): bigint =>
  names.reduce((bits, name) => bits | Permission[name], 0n);

/** Those permissions that the bits lack. */
export const missing = (bits: bigint, needed: readonly Name[]): Name[] =>
  needed.filter((name) => (bits & Permission[name]) !== Permission[name]);

/** Whether the invoker sees a channel of this server. */
export async function canSee(invoker: Invoker, channelId: string): Promise<boolean> {
  const { invoker: bits = 0n } = (await invoker.permissionsIn(channelId)) ?? {};
  return missing(bits, ['ViewChannel']).length === 0;
}

/**
 * Makes sure that the invoker manages the server, whatever Discord was told of who may use a command.
 * @throws UserError if they don't
 */
export function requireManager({ guildId, permissions }: Invoker): void {
  if (guildId && missing(permissions, ['ManageGuild']).length === 0) return;
  throw new UserError(permissionWords.notManager);
}

/** What it takes to speak in a place. */
export const speakingPermissions = ({ channelId, parentId }: Invoker): AppPermission[] => [
  'ViewChannel',
  channelId === parentId ? 'SendMessages' : 'SendMessagesInThreads',
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
    : needed.app.filter((name) => name === 'EmbedLinks' || name === 'AttachFiles');
  const you = missing(invoker.permissions, needed.invoker);
  const bot = missing(invoker.appPermissions, ofApp);
  if (you.length + bot.length > 0) throw new UserError(permissionWords.lackingHere(you, bot));
}
