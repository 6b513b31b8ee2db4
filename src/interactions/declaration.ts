import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandStringOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { optionWords } from '../wording/options.ts';

/** Servers, direct messages and people who installed the app for themselves. */
const EVERYWHERE = {
  integration_types: [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** A slash command. */
export const slashCommand = <Name extends string>(
  name: Name,
  description: string,
  options: APIApplicationCommandBasicOption[] | APIApplicationCommandSubcommandOption[] = [],
): RESTPostAPIChatInputApplicationCommandsJSONBody & { name: Name } => ({
  type: ApplicationCommandType.ChatInput,
  name,
  description,
  options,
  ...EVERYWHERE,
});

/** One of the things that a command can do. */
export const subcommand = (
  name: string,
  description: string,
  options: APIApplicationCommandBasicOption[] = [],
): APIApplicationCommandSubcommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  name,
  description,
  options,
});

/** A command for those who manage a server; Discord shows it to nobody else. */
export const managersCommand = (
  name: string,
  description: string,
  options: APIApplicationCommandSubcommandOption[],
): RESTPostAPIChatInputApplicationCommandsJSONBody => ({
  ...slashCommand(name, description, options),
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
  default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
});

/** A command in the menu of every message, under Apps. */
export const messageCommand = (
  name: string,
): RESTPostAPIContextMenuApplicationCommandsJSONBody => ({
  type: ApplicationCommandType.Message,
  name,
  ...EVERYWHERE,
});

/** What a text option may say beside its name and description. */
type TextRules = {
  required?: boolean;
  autocomplete?: true;
  most?: number;
  /** Values as they are shown or, where they need more words, each with its name. */
  choices?: readonly (string | { name: string; value: string })[];
};

export const textOption = (
  name: string,
  description: string,
  { required = false, autocomplete, most, choices }: TextRules = {},
): APIApplicationCommandBasicOption => {
  const option = {
    type: ApplicationCommandOptionType.String,
    name,
    description,
    required,
    ...(autocomplete && { autocomplete }),
    ...(most && { max_length: most }),
    ...(choices && { choices: choices.map(asChoice) }),
  };
  return option as APIApplicationCommandStringOption;
};

const asChoice = (choice: string | { name: string; value: string }) =>
  typeof choice === 'string' ? { name: choice, value: choice } : choice;

/** A text channel of the server. */
export const channelOption = (
  name: string,
  description: string,
  { required = true } = {},
): APIApplicationCommandBasicOption => ({
  type: ApplicationCommandOptionType.Channel,
  name,
  description,
  required,
  channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
});

/** A file that is uploaded with the command. */
export const fileOption = (
  name: string,
  description: string,
): APIApplicationCommandBasicOption => ({
  type: ApplicationCommandOptionType.Attachment,
  name,
  description,
  required: true,
});

/** A role of the server. */
export const roleOption = (
  name: string,
  description: string,
): APIApplicationCommandBasicOption => ({
  type: ApplicationCommandOptionType.Role,
  name,
  description,
  required: false,
});

/** Something that is so or not. */
export const booleanOption = (
  name: string,
  description: string,
): APIApplicationCommandBasicOption => ({
  type: ApplicationCommandOptionType.Boolean,
  name,
  description,
  required: false,
});

/** On every command whose answer can be kept to oneself. */
export const privateOption = booleanOption('private', optionWords.private);
