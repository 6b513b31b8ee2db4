/** What somebody, or the bot, isn't allowed to do. */
export const permissionWords = {
  notManager: 'Only someone with “Manage Server” can use this command.',

  /** Either may lack none, but not both. */
  lackingHere: (you: readonly PermissionName[], bot: readonly PermissionName[]) =>
    [
      ...(you.length > 0 ? [`You lack ${named(you)} here.`] : []),
      ...(bot.length > 0 ? [`I lack ${named(bot)} here.`] : []),
      'Whoever manages this channel can change that.',
    ].join(' '),
};

/** Permissions as Discord's settings show them, by the names that its API has for them. */
export const permissionNames = {
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  SendMessagesInThreads: 'Send Messages in Threads',
  CreatePublicThreads: 'Create Public Threads',
  EmbedLinks: 'Embed Links',
  AttachFiles: 'Attach Files',
  ManageMessages: 'Manage Messages',
  ManageGuild: 'Manage Server',
  ReadMessageHistory: 'Read Message History',
} as const;
export type PermissionName = keyof typeof permissionNames;

/** `“View Channel”, “Embed Links”` */
export const named = (permissions: readonly PermissionName[]): string =>
  permissions.map((permission) => `“${permissionNames[permission]}”`).join(', ');
