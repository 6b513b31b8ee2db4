import type {
  APIEmbed,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Choice } from '../cards/choice.ts';
import type { Row } from '../cards/components.ts';
import type { Corpus } from '../data/corpus.ts';
import type { SearchEngine } from '../search/engine.ts';
import type { Store } from '../store/store.ts';

/** What a person filled in, by option name; for a message's command, its text as `message`. */
export type Options = Readonly<Record<string, string | number | boolean | undefined>>;

export type Asker = { userId: string; channelId: string };

/** Everything a command works with. */
export type Services = {
  corpus: Corpus;
  engine: SearchEngine;
  store: Store;
  now(): Date;
  /** IANA zone in which today is today. */
  timeZone: string;
  version: string;
};

/** One message, as plain data. */
export type Answer = {
  /** Text above the embeds; mentions in it never ping. */
  content?: string;
  embeds: APIEmbed[];
  components?: Row[];
  /** Shown to the asker alone. */
  private: boolean;
  /** For a click: change the message that was clicked, rather than send another. */
  inPlace?: boolean;
};

/** A click on a button, or a choice from a menu. */
export type Click = {
  /** What the custom id carries after command and action. */
  to: readonly string[];
  /** The options chosen in a menu. */
  values: readonly string[];
};

/** A question read and checked, not yet answered. */
export type Prepared = { private: boolean; run(asker: Asker): Promise<Answer> };

/** What Discord is told of a command. */
export type Declaration =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody;

export type Command = {
  data: Declaration;
  /** @throws UserError where an option can't be understood */
  prepare(options: Options, services: Services): Prepared;
  /** Choices for the option that is being typed. */
  suggest?(
    option: { name: string; typed: string },
    services: Services,
  ): Promise<readonly Choice[]> | readonly Choice[];
  /** What the command's buttons and menus do, by the action in their custom id. */
  components?: Record<string, (click: Click, services: Services, asker: Asker) => Promise<Answer>>;
};

/** A command told in its three parts: declaration, reading, answer. */
export function defineCommand<Input extends { private: boolean }>({
  read,
  run,
  ...rest
}: Omit<Command, 'prepare'> & {
  read(options: Options, services: Services): Input;
  run(input: Input, services: Services, asker: Asker): Promise<Answer>;
}): Command {
  return {
    ...rest,
    prepare(options, services) {
      const input = read(options, services);
      return { private: input.private, run: (asker) => run(input, services, asker) };
    },
  };
}
