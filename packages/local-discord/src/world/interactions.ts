import type {
  APICommandAutocompleteInteractionResponseCallbackData,
  APIInteraction,
  APIModalInteractionResponseCallbackData,
  APIUser,
  InteractionResponseType,
} from 'discord-api-types/v10';
import type { StoredMessage } from './messages.ts';
import type { Place } from './places.ts';

export type Choices = NonNullable<APICommandAutocompleteInteractionResponseCallbackData['choices']>;

/** What became of an interaction: `failed` is "The application did not respond". */
export type InteractionState = 'pending' | 'answered' | 'deferred' | 'failed';

/** How the bot acknowledged. */
export type Acknowledgement = {
  type: InteractionResponseType;
  /** The message that `@original` names from then on. */
  original?: StoredMessage | undefined;
  modal?: APIModalInteractionResponseCallbackData | undefined;
  choices?: Choices | undefined;
};

/** Something that a user did and that was sent to the bot. */
export type Interaction = {
  id: string;
  token: string;
  payload: APIInteraction;
  user: APIUser;
  place: Place;
  /** The message whose button, menu or modal it was. */
  source: StoredMessage | undefined;
  /** On the clock, in milliseconds since 1970. */
  createdAt: number;
  /** On the stopwatch `performance.now()`, for delays. */
  sentAt: number;
  state: InteractionState;
  acknowledgement: Acknowledgement | undefined;
  acknowledgedAfterMs: number | undefined;
  /** Ids of the messages sent in its name. */
  messageIds: Set<string>;
  /** Settles when acknowledged or failed. */
  settled: Promise<void>;
  /** Settles when nothing more is owed: answered, the deferred answer filled, or failed. */
  completed: Promise<void>;
};

export type Interactions = {
  /** Sends it to the bot and starts its time. */
  open(start: Start): Interaction;
  find(token: string): Interaction | undefined;
  findById(id: string): Interaction | undefined;
  /** All so far, oldest first. */
  list(): readonly Interaction[];
  /** Forgets one that has failed. */
  forget(interaction: Interaction): void;
  acknowledge(interaction: Interaction, how: Acknowledgement, state: InteractionState): void;
  /** Gives up on one that has no answer yet, before its time. */
  fail(interaction: Interaction): void;
  /** Says that a deferred answer has been filled. */
  complete(interaction: Interaction): void;
  /** Whether messages can no longer be sent in its name. */
  isExpired(interaction: Interaction): boolean;
  /** Forgets the times that are running. */
  close(): void;
};

type Start = Pick<Interaction, 'user' | 'place' | 'source'> & {
  toPayload(id: string, token: string): APIInteraction;
};

type Limits = { acknowledgeWithinMs: number; tokenLifetimeMs: number };

/** @param changed called when an interaction was opened, acknowledged, completed or failed */
export function createInteractions(
  now: () => number,
  nextId: () => string,
  limits: Limits,
  changed: (interaction: Interaction) => void,
): Interactions {
  const byToken = new Map<string, Interaction>();
  const ends = new Map<Interaction, { settle(): void; complete(): void; timer: NodeJS.Timeout }>();

  const settle = (interaction: Interaction, state: InteractionState) => {
    interaction.state = state;
    const end = ends.get(interaction);
    clearTimeout(end?.timer);
    end?.settle();
    if (state !== 'deferred') end?.complete();
    changed(interaction);
  };

  const forget = (interaction: Interaction) => {
    byToken.delete(interaction.token);
    changed(interaction);
  };
  /** A failure is over when the same person uses the same message again. */
  const failuresOn = ({ user, source }: Pick<Interaction, 'user' | 'source'>) =>
    source
      ? [...byToken.values()].filter(
          (one) => one.state === 'failed' && one.source === source && one.user.id === user.id,
        )
      : [];

  return {
    find: (token) => byToken.get(token),
    findById: (id) => [...byToken.values()].find((interaction) => interaction.id === id),
    list: () => [...byToken.values()],
    forget,
    isExpired: ({ createdAt }) => now() - createdAt > limits.tokenLifetimeMs,
    open({ toPayload, ...start }) {
      const id = nextId();
      const token = createToken();
      const settled = Promise.withResolvers<void>();
      const completed = Promise.withResolvers<void>();
      const interaction: Interaction = {
        ...start,
        id,
        token,
        payload: toPayload(id, token),
        createdAt: now(),
        sentAt: performance.now(),
        state: 'pending',
        acknowledgement: undefined,
        acknowledgedAfterMs: undefined,
        messageIds: new Set(),
        settled: settled.promise,
        completed: completed.promise,
      };
      for (const earlier of failuresOn(start)) forget(earlier);
      byToken.set(token, interaction);
      const timer = setTimeout(() => settle(interaction, 'failed'), limits.acknowledgeWithinMs);
      ends.set(interaction, { settle: settled.resolve, complete: completed.resolve, timer });
      changed(interaction);
      return interaction;
    },
    acknowledge(interaction, how, state) {
      interaction.acknowledgement = how;
      if (how.original) interaction.messageIds.add(how.original.message.id);
      interaction.acknowledgedAfterMs = performance.now() - interaction.sentAt;
      settle(interaction, state);
    },
    fail(interaction) {
      if (interaction.state === 'pending') settle(interaction, 'failed');
    },
    complete(interaction) {
      if (interaction.state !== 'deferred') return;
      interaction.state = 'answered';
      ends.get(interaction)?.complete();
      changed(interaction);
    },
    close() {
      for (const { timer, settle: end, complete } of ends.values()) {
        clearTimeout(timer);
        end();
        complete();
      }
    },
  };
}

const createToken = () =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(120))).toString('base64url');
