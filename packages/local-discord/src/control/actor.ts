import {
  type APIMessage,
  type APIUser,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Choices, Interaction } from '../world/interactions.ts';
import type { StoredMessage } from '../world/messages.ts';
import type { Place } from '../world/places.ts';
import type { World } from '../world/world.ts';
import { availableCommands } from './available-commands.ts';
import { readCommandLine } from './command-line.ts';
import { findCommand, nest } from './command-path.ts';
import { deleteMessage, editMessage, sendMessage } from './conversation.ts';
import { findComponent } from './find-component.ts';
import { findMessageFor } from './find-message.ts';
import { fillForm } from './form-values.ts';
import { NotSent } from './not-sent.ts';
import { createOutcome, type Outcome } from './outcome.ts';
import { type OptionValues, readOptions } from './read-options.ts';
import { resolveChannel } from './resolve-channel.ts';
import { toApiInteraction } from './to-api-interaction.ts';
import { type ChosenFile, receiveFile } from './uploads.ts';

/** The name or id of a channel; `dm` is the conversation with the bot; `general` by default. */
export type Where = { channel?: string | undefined };

/** A person at Discord’s client. Every method rejects with NotSent, or throws it, for what the client refuses. */
export type Actor = {
  user: APIUser;
  /** Chooses a file; the id stands for it in an option or a message. */
  upload(file: ChosenFile): string;
  /** Posts a message, with the files of these ids. @returns its id */
  say(content: string, files?: readonly string[], where?: Where): string;
  /** Sends a slash command; settles when it is acknowledged, or has failed. */
  command(name: string, values?: OptionValues, where?: Where): Promise<Outcome>;
  /** The same from one line: `/search query:two words from:1950`. */
  type(line: string, where?: Where): Promise<Outcome>;
  /** Sends a message command, as from the message's menu under Apps. */
  onMessage(name: string, messageId: string): Promise<Outcome>;
  /** Sends a slash command and waits for the whole answer. @throws Error if there is none */
  run(name: string, values?: OptionValues, where?: Where): Promise<APIMessage>;
  /** What is offered while an option is typed; nothing if the bot does not answer. */
  autocomplete(
    name: string,
    option: string,
    typed: string,
    others?: OptionValues,
    where?: Where,
  ): Promise<Choices>;
  /** The same for the last option of a line that is being typed. */
  complete(line: string, where?: Where): Promise<Choices>;
  click(messageId: string, customId: string): Promise<Outcome>;
  select(messageId: string, customId: string, values: readonly string[]): Promise<Outcome>;
  /** Changes what one wrote. */
  edit(messageId: string, content: string): void;
  /** Deletes what one wrote. */
  delete(messageId: string): void;
  /** Fills in the form that an interaction was answered with, texts by input id. */
  submit(interactionId: string, values: Readonly<Record<string, string>>): Promise<Outcome>;
};

/** What a user does. */
export function createActor(world: World, user: APIUser): Actor {
  const open = async (
    type: InteractionType,
    place: Place,
    data: object,
    source?: StoredMessage,
  ): Promise<Interaction> => {
    const message = source?.message;
    const interaction = world.interactions.open({
      user,
      place,
      source,
      toPayload: (id, token) =>
        toApiInteraction(world, { type, user, place, data, message }, id, token),
    });
    await interaction.settled;
    return interaction;
  };
  const act = async (...action: Parameters<typeof open>) =>
    createOutcome(world, await open(...action));
  const findHere = (name: string, where: Where) => {
    const place = resolveChannel(world, user, where.channel);
    return { place, ...findCommand(availableCommands(world, user, place), name) };
  };

  const actor: Actor = {
    user,
    upload: (file) => receiveFile(world, file),
    say: (content, files, where = {}) =>
      sendMessage(world, user, resolveChannel(world, user, where.channel), content, files).id,
    async command(name, values = {}, where = {}) {
      const { place, command, steps, options: declared } = findHere(name, where);
      const { options, resolved } = readOptions(world, user, declared, values);
      return act(InteractionType.ApplicationCommand, place, {
        ...named(command),
        options: nest(steps, options),
        ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
      });
    },
    async onMessage(name, messageId) {
      const { place, message } = findMessageFor(world, user, messageId);
      const offered = availableCommands(world, user, place, ApplicationCommandType.Message);
      const command = offered.find((one) => one.name === name);
      if (!command) throw new NotSent(`There is no message command "${name}" here.`);
      return act(InteractionType.ApplicationCommand, place, {
        ...named(command),
        target_id: message.id,
        resolved: { messages: { [message.id]: message } },
      });
    },
    async type(line, where = {}) {
      const place = resolveChannel(world, user, where.channel);
      const { name, values } = readCommandLine(availableCommands(world, user, place), line);
      return actor.command(name, values, where);
    },
    async run(name, values, where) {
      const outcome = await actor.command(name, values, where);
      return outcome.answer();
    },
    async autocomplete(name, option, typed, others = {}, where = {}) {
      const { place, command, steps, options: declared } = findHere(name, where);
      const focused = declared.find((one) => one.name === option);
      if (!focused?.autocomplete) throw new NotSent(`"${option}" offers nothing while typing.`);
      const rest = declared
        .filter((one) => one !== focused && others[one.name] !== undefined)
        .map((one) => ({ ...one, required: false }));
      const { options } = readOptions(world, user, rest, others);
      const own = { name: option, type: focused.type, value: typed, focused: true };
      const { acknowledgement } = await open(
        InteractionType.ApplicationCommandAutocomplete,
        place,
        { ...named(command), options: nest(steps, [...options, own]) },
      );
      return acknowledgement?.choices ?? [];
    },
    async complete(line, where = {}) {
      const place = resolveChannel(world, user, where.channel);
      const { name, values } = readCommandLine(availableCommands(world, user, place), line);
      const option = Object.keys(values).at(-1);
      if (option === undefined) throw new NotSent('No option is being typed.');
      const { [option]: typed, ...others } = values;
      return actor.autocomplete(name, option, String(typed), others, where);
    },
    async click(messageId, customId) {
      const type = ComponentType.Button;
      const { source } = findComponent(world, user, { messageId, customId, type });
      const data = { component_type: type, custom_id: customId };
      return act(InteractionType.MessageComponent, source.place, data, source);
    },
    async select(messageId, customId, values) {
      const type = ComponentType.StringSelect;
      const { source, component } = findComponent(world, user, { messageId, customId, type });
      const { options, min_values = 1, max_values = 1 } = component;
      const unknown = values.find((value) => !options.some((one) => one.value === value));
      if (unknown !== undefined) throw new NotSent(`The menu has no "${unknown}".`);
      if (values.length < min_values || values.length > max_values) {
        throw new NotSent(`The menu takes ${min_values} to ${max_values} values.`);
      }
      const data = { component_type: type, custom_id: customId, values };
      return act(InteractionType.MessageComponent, source.place, data, source);
    },
    edit: (id, content) => void editMessage(world, user, { id, content }),
    delete: (id) => void deleteMessage(world, user, id),
    async submit(interactionId, values) {
      const interaction = world.interactions.findById(interactionId);
      const modal = interaction?.acknowledgement?.modal;
      if (!modal || interaction.user.id !== user.id) throw new NotSent('No form is open.');
      const data = fillForm(modal, values);
      return act(InteractionType.ModalSubmit, interaction.place, data, interaction.source);
    },
  };
  return actor;
}

const named = ({
  id,
  name,
  type,
  guild_id,
}: {
  id: string;
  name: string;
  type: number;
  guild_id?: string | undefined;
}) => ({
  id,
  name,
  type,
  ...(guild_id ? { guild_id } : {}),
});
