import {
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
} from 'discord-api-types/v10';
import type { Interaction, InteractionState } from '../world/interactions.ts';
import type { World } from '../world/world.ts';

/** What came of something that a user did. */
export type Outcome = {
  interaction: Interaction;
  /** As it is now: `deferred` may have become `answered`. */
  readonly state: InteractionState;
  /** From sending to the callback's end, in milliseconds. */
  readonly acknowledgedAfterMs: number | undefined;
  /** The form that opened, where the answer is one. */
  readonly modal: APIModalInteractionResponseCallbackData | undefined;
  /**
   * The answer as it is now; for a click that changed its message, that message; where the answer
   * was deleted, or the click was put off and answered by a message of its own, the latest that
   * followed.
   */
  message(): APIMessage | undefined;
  /** All messages in the interaction's name that are still there, oldest first. */
  messages(): readonly APIMessage[];
  /**
   * Waits until a deferred answer is filled.
   * @throws Error if the bot did not answer, or answered without a message
   */
  answer(): Promise<APIMessage>;
};

export function createOutcome(world: World, interaction: Interaction): Outcome {
  const messages = () =>
    [...interaction.messageIds].flatMap((id) => world.messages.find(id)?.message ?? []);
  const message = () => {
    const { type, original } = interaction.acknowledgement ?? {};
    const isOriginal = ({ id }: APIMessage) => id === original?.message.id;
    const followUp = messages().findLast((one) => !isOriginal(one));
    if (type === InteractionResponseType.DeferredMessageUpdate && followUp) return followUp;
    return messages().find(isOriginal) ?? followUp;
  };
  return {
    interaction,
    get state() {
      return interaction.state;
    },
    get acknowledgedAfterMs() {
      return interaction.acknowledgedAfterMs;
    },
    get modal() {
      return interaction.acknowledgement?.modal;
    },
    message,
    messages,
    async answer() {
      await interaction.completed;
      if (interaction.state === 'failed') throw new Error('The application did not respond.');
      const answer = message();
      if (!answer) throw new Error('The application answered without a message.');
      return answer;
    },
  };
}
