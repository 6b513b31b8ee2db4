import {
  IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema as ChangedMessage,
  InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema as IntegerChoices,
  ModalInteractionCallbackRequestDataSchema as Modal,
  IncomingWebhookInteractionRequestSchema as NewMessage,
  InteractionApplicationCommandAutocompleteCallbackNumberDataSchema as NumberChoices,
  InteractionApplicationCommandAutocompleteCallbackStringDataSchema as StringChoices,
} from 'discord-api-spec/zod';
import {
  InteractionResponseType as Answer,
  ApplicationCommandOptionType,
  InteractionType as Asked,
} from 'discord-api-types/v10';
import { check } from '../rules/check.ts';
import { modalViolations } from '../rules/modal-rules.ts';
import { choiceViolations } from '../rules/option-rules.ts';
import { InvalidForm, violation, within } from '../rules/violation.ts';
import { focusedOption } from '../world/focused-option.ts';
import type { Acknowledgement, Interaction } from '../world/interactions.ts';
import type { World } from '../world/world.ts';
import { compose } from './compose.ts';
import { postInteractionMessage } from './interaction-message.ts';
import { readMessage } from './message-body.ts';
import type { Upload } from './read-body.ts';

type Answering = { world: World; interaction: Interaction; data: Upload };
type Answered = Acknowledgement & { isDeferred?: boolean };

/** What each kind of interaction may be answered with. */
const ALLOWED: Record<Asked, readonly Answer[]> = {
  [Asked.Ping]: [Answer.Pong],
  [Asked.ApplicationCommand]: [
    Answer.ChannelMessageWithSource,
    Answer.DeferredChannelMessageWithSource,
    Answer.Modal,
  ],
  [Asked.ApplicationCommandAutocomplete]: [Answer.ApplicationCommandAutocompleteResult],
  [Asked.MessageComponent]: [
    Answer.ChannelMessageWithSource,
    Answer.DeferredChannelMessageWithSource,
    Answer.DeferredMessageUpdate,
    Answer.UpdateMessage,
    Answer.Modal,
  ],
  [Asked.ModalSubmit]: [
    Answer.ChannelMessageWithSource,
    Answer.DeferredChannelMessageWithSource,
    Answer.DeferredMessageUpdate,
    Answer.UpdateMessage,
  ],
};

/**
 * Carries out a callback of a kind that fits the interaction.
 * @param data the callback's `data`, with the files of the request
 * @throws InvalidForm for a kind that does not fit, and for wrong data
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type
 */
export function handleCallback(type: Answer, answering: Answering): Answered {
  const { payload, source } = answering.interaction;
  const needsSource = type === Answer.UpdateMessage || type === Answer.DeferredMessageUpdate;
  if (!ALLOWED[payload.type].includes(type) || (needsSource && !source)) {
    const message = `An interaction of type ${payload.type} cannot be answered with type ${type}.`;
    throw new InvalidForm([violation(['type'], 'INTERACTION_CALLBACK_TYPE_INVALID', message)]);
  }
  return { type, ...CARRY_OUT[type]?.(answering) };
}

const CARRY_OUT: { [Type in Answer]?: (answering: Answering) => Omit<Answered, 'type'> } = {
  [Answer.ChannelMessageWithSource]: ({ world, interaction, data }) => {
    const body = readMessage(NewMessage, data, undefined, ['data']);
    const draft = compose(world, interaction.place, body, data.files);
    return { original: postInteractionMessage(world, interaction, draft, body.flags ?? 0) };
  },
  [Answer.DeferredChannelMessageWithSource]: ({ world, interaction, data }) => {
    const body = readMessage(NewMessage, { ...data, body: data.body ?? {} }, undefined, ['data']);
    const original = postInteractionMessage(world, interaction, undefined, body.flags ?? 0);
    return { original, isDeferred: true };
  },
  [Answer.DeferredMessageUpdate]: ({ interaction: { source } }) => ({
    original: source,
    isDeferred: true,
  }),
  [Answer.UpdateMessage]: ({ world, interaction: { source, place }, data }) => {
    if (!source) return {};
    const body = readMessage(ChangedMessage, { ...data, body: data.body ?? {} }, source, ['data']);
    world.messages.edit(source, compose(world, place, body, data.files, source));
    return { original: source };
  },
  [Answer.ApplicationCommandAutocompleteResult]: ({ interaction, data: { body } }) => {
    const schema = CHOICES[focusedOption(interaction.payload)?.type ?? 0] ?? StringChoices;
    const rules = [
      ({ choices }: { choices?: unknown }) =>
        within(choiceViolations((choices ?? []) as []), 'choices'),
    ];
    const { choices } = check(schema, body ?? {}, rules, ['data']);
    return { choices: (choices ?? []).filter((choice) => choice !== null) };
  },
  [Answer.Modal]: ({ data: { body } }) => ({
    modal: check(Modal, body, [modalViolations], ['data']),
  }),
};

const CHOICES: Record<number, typeof StringChoices> = {
  [ApplicationCommandOptionType.Integer]: IntegerChoices,
  [ApplicationCommandOptionType.Number]: NumberChoices,
};
