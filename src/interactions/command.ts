import type {
  APIEmbed,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Choice } from '../cards/choice.ts';
import type { ActionRow } from '../cards/components.ts';
import type { Owner, Routes } from '../cards/routes.ts';
import type { Archive } from '../search/archive.ts';
import type { FollowedSources } from '../sources/followed-sources.ts';
import type { Store } from '../store/store.ts';
import type { Share } from '../store/tables/shares.ts';
import type { Attachment, Attachments } from './attachments.ts';
import type { Channels } from './channels.ts';

/**
 * What a person filled in, by option name; for a message's command, its text as `message`, the web
 * addresses in it as `links` and the footers of its cards as `cards`, one in a line, and what came with it
 * as `files`; for a command that has some, the subcommand chosen as `subcommand`.
 */
export type Options = Readonly<Record<string, OptionValue | undefined>>;
type OptionValue = string | number | boolean | readonly Attachment[];

/** Who asks, and where. */
export type Invoker = {
  /** Of the interaction. */
  id: string;
  userId: string;
  /** The channel, thread or conversation. */
  channelId: string;
  /** The channel of a thread; elsewhere the same. */
  parentId: string;
  /** The channel whose readers see what stands here: a private thread itself, elsewhere the parent. */
  audienceId: string;
  /** Undefined in direct messages. */
  guildId: string | undefined;
  /** The invoker’s roles in this server, by id. */
  roles: readonly string[];
  /** What the invoker may do here, as Discord's bits; everything in direct messages. */
  permissions: bigint;
  /** What the app may do here. */
  appPermissions: bigint;
  /** Whether the app itself is in this place, and not only brought along by the invoker. */
  appIsHere: boolean;
  /** What both may do in a channel of this server; undefined if the app doesn't see it. */
  permissionsIn(channelId: string): Promise<{ invoker: bigint; app: bigint } | undefined>;
};

/** Everything a command works with. */
export type Services = {
  /** Of an interaction in a server it is that server's. */
  archive: Archive;
  /** The archive of a server: the corpus, and what people have added to it there. */
  archiveIn(guild: string | undefined): Archive;
  store: Store;
  channels: Channels;
  attachments: Attachments;
  now(): Date;
  /** IANA zone in which today is today. */
  timeZone: string;
  version: string;
  /** The sources that the corpus follows; left out if there are none. */
  sources?: Pick<FollowedSources, 'status'> | undefined;
};

/** One message, as plain data. */
export type Reply = {
  /** Text above the embeds; mentions in it never ping. */
  content?: string;
  embeds: APIEmbed[];
  components?: ActionRow[];
  files?: readonly File[];
  /** Shown to the invoker alone. */
  private: boolean;
  /** For a component: change the message that was clicked, rather than send another. */
  inPlace?: boolean;
  /** Why something of this answer could not be saved, and so some of its buttons are missing. */
  unsaved?: Error | undefined;
  /**
   * The card that this is, to be remembered if everyone in the channel sees it: entered before it is
   * sent, with the interaction as its message, and confirmed or forgotten after.
   */
  share?: Share;
};

/** A file that comes with a message; the description is read out where a picture can't be seen. */
type File = { name: string; bytes: Uint8Array; description?: string };

/** A form that opens before the invoker; what is filled in comes back as a component with `fields`. */
export type Form = { form: { title: string; customId: string; fields: readonly FormField[] } };
type FormField = {
  id: string;
  label: string;
  description?: string;
  most: number;
  value?: string | undefined;
  required?: boolean;
  /** One line; without it, several. */
  short?: boolean;
};

/** The message that was clicked is taken away; then the card that it was is forgotten. */
type Removal = { removes: true; forgets?: string };

/** What a question leads to. */
export type CommandResult = Reply | Form | Removal;

/** A component on a button, a choice from a menu, or a form sent in. */
export type ComponentInteraction = {
  /** What the custom id carries after command and action; of an old message, some may be missing. */
  args: readonly string[];
  /** The options chosen in a menu. */
  values: readonly string[];
  /** The texts of a form, by field. */
  fields: Readonly<Record<string, string>>;
  /** The message that it happened on. */
  message: ComponentMessage | undefined;
};
/** `invokedBy` is whose command or component made the message. */
type ComponentMessage = { id: string; isPrivate: boolean; invokedBy: string | undefined };

/** A question, not yet read and answered. */
export type Prepared = {
  private: boolean;
  /** @throws UserError if it can't be understood or answered */
  run(invoker: Invoker): Promise<CommandResult>;
};

/** A command as it is registered with Discord. */
export type Declaration =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody;

export type Command = {
  data: Declaration;
  prepare(options: Options, services: Services): Prepared;
  /** Choices for the option that is being typed. */
  suggest?(
    option: { name: string; typed: string },
    services: Services,
    invoker: Invoker,
    options: Options,
  ): Promise<readonly Choice[]> | readonly Choice[];
  /** What the command's buttons, menus and forms do, by the action in their custom id. */
  components?: Readonly<Record<string, ComponentHandler>>;
};

/** Answers a component's interaction. */
export type ComponentHandler = (
  component: ComponentInteraction,
  services: Services,
  invoker: Invoker,
) => Promise<CommandResult>;

/** All that the components of a command lead to: one that is missing, or too many, doesn't compile. */
export type Handlers<Name extends Owner> = { [Action in keyof Routes[Name]]: ComponentHandler };

/** How a command's options are read and checked, once, before it runs. */
export type Reading<Input> = {
  /** Whether the answer is for the invoker alone; if left out, where `private` was chosen. */
  isPrivate?(options: Options): boolean;
  /** @throws UserError if an option can't be understood */
  read(options: Options, services: Services): Input | Promise<Input>;
};

/** Defines a command by its declaration, how its options are read, and how it is answered. */
export function defineCommand<Input>({
  isPrivate = wantsPrivate,
  read,
  run,
  ...rest
}: Omit<Command, 'prepare'> &
  Reading<Input> & {
    run(input: Input, services: Services, invoker: Invoker): Promise<CommandResult>;
  }): Command {
  return {
    ...rest,
    prepare: (options, services) => ({
      private: isPrivate(options),
      run: async (invoker) => run(await read(options, services), services, invoker),
    }),
  };
}

export const wantsPrivate = (options: Options): boolean => options.private === true;
