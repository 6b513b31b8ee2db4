import type { REST } from 'discord.js';
import { InteractionType } from 'discord-api-types/v10';
import type { Choice } from '../cards/choice.ts';
import { LIMITS } from '../cards/limits.ts';
import { UserError } from '../errors.ts';
import type { Command, Invoker, Prepared, Services } from '../interactions/command.ts';
import type { Logger } from '../log.ts';
import { failureWords } from '../wording/failures.ts';
import type { Servers } from './channel-permissions.ts';
import { createConcurrencyLimit } from './concurrency-limit.ts';
import type {
  AnswerableInteraction,
  AutocompleteInteraction,
  Interaction,
} from './interaction-payload.ts';
import { invokerOf } from './invoker.ts';
import { createLatestOnly } from './latest-only.ts';
import { nameInteraction, type Observe, type Outcome, outcomeOf } from './observe.ts';
import {
  componentInteractionOf,
  flatOptions,
  focusedOption,
  optionsOf,
} from './read-interaction.ts';
import { isStale } from './refusal.ts';
import { logIfLost, respond } from './respond.ts';
import { createResponse, type Response } from './response.ts';
import { createUnderWay } from './under-way.ts';

export type Dispatch = {
  /**
   * Answers one interaction; never rejects.
   * @param acknowledged told when Discord has the first answer
   */
  handle(interaction: Interaction, servers: Servers, acknowledged?: () => void): Promise<void>;
  /** Settles when everything under way has been answered. */
  idle(): Promise<void>;
};

export type DispatchOptions = {
  /** How long an answer may take before it is put off. */
  deferAfterMs?: number | undefined;
  observe?: Observe | undefined;
};

/** Leads each interaction to its command and the command's answer back. */
export function createDispatch(
  commands: readonly Command[],
  services: Services,
  rest: REST,
  logger: Logger,
  { deferAfterMs, observe }: DispatchOptions = {},
): Dispatch {
  const byName = new Map(commands.map((command) => [command.data.name, command]));
  const latest = createLatestOnly();
  const limit = createConcurrencyLimit();
  const underWay = createUnderWay();

  async function answer(
    interaction: Interaction,
    servers: Servers,
    response: Response,
  ): Promise<Outcome> {
    const log = logger.child({ interaction: interaction.id });
    const invoker = invokerOf(interaction, servers);
    // As they are now: the corpus may be replaced by a newer one while this is answered.
    const archive = services.archiveIn(invoker.guildId);
    const current = { ...services, archive: limit(interaction.user.id, archive) };
    if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
      const suggesting = () => suggest(interaction, byName, current, invoker);
      return sendSuggestions(suggesting, latest, interaction.user.id, response, log);
    }
    const read = () => prepare(interaction, byName, current);
    const answering = { interaction, response };
    return respond(answering, invoker, read, services.store.shares, log, deferAfterMs);
  }

  async function handle(
    interaction: Interaction,
    servers: Servers,
    response: Response,
  ): Promise<void> {
    const began = performance.now();
    const outcome = await answer(interaction, servers, response);
    const seconds = (performance.now() - began) / 1000;
    observe?.({ ...nameInteraction(interaction, byName), outcome, seconds });
  }

  return {
    async handle(interaction, servers, acknowledged) {
      const response = createResponse(rest, interaction, acknowledged);
      const answering = handle(interaction, servers, response).catch((err) =>
        logger.error({ err, interaction: interaction.id }, 'An interaction could not be handled.'),
      );
      await underWay.add(answering);
    },
    idle: underWay.idle,
  };
}

/** Finds whose interaction it is and reads it. */
function prepare(
  interaction: AnswerableInteraction,
  commands: ReadonlyMap<string, Command>,
  services: Services,
): Prepared {
  if (interaction.type === InteractionType.ApplicationCommand) {
    const command = commands.get(interaction.data.name);
    if (!command) throw new UserError(failureWords.noSuchCommand);
    return command.prepare(optionsOf(interaction), services);
  }
  const [name = '', action = ''] = interaction.data.custom_id.split(':');
  const { components = {} } = commands.get(name) ?? {};
  // Every object has a `constructor` and a `toString`, which nobody meant.
  const handler = Object.hasOwn(components, action) ? components[action] : undefined;
  if (!handler) throw new UserError(failureWords.noSuchButton);
  const component = componentInteractionOf(interaction);
  return { private: true, run: (invoker) => handler(component, services, invoker) };
}

/** What the command of an option offers for it. */
async function suggest(
  { data }: AutocompleteInteraction,
  commands: ReadonlyMap<string, Command>,
  services: Services,
  invoker: Invoker,
): Promise<readonly Choice[] | undefined> {
  const option = focusedOption(data.options);
  if (!option) return undefined;
  return commands.get(data.name)?.suggest?.(option, services, invoker, flatOptions(data.options));
}

/**
 * Never defers, never fails loudly: Discord shows no error here. What was overtaken by more typing is
 * offered nothing, which nobody sees.
 */
async function sendSuggestions(
  suggesting: () => Promise<readonly Choice[] | undefined>,
  latest: ReturnType<typeof createLatestOnly>,
  person: string,
  response: Response,
  log: Logger,
): Promise<Outcome> {
  let outcome: Outcome = 'answered';
  const choices = await latest(person, suggesting).catch((error) => {
    // What can't be understood yet may be typed on, and outages are logged where they are met.
    outcome = outcomeOf(error);
    if (!(error instanceof UserError)) log.error({ err: error }, 'autocomplete failed');
    return [];
  });
  await response.suggest((choices ?? []).slice(0, LIMITS.choices)).catch((error) => {
    outcome = 'unsent';
    // People type on: a suggestion that comes too late is not an error.
    if (isStale(error)) log.debug('a suggestion came too late');
    else if (!logIfLost(error, log)) log.warn({ err: error }, 'Suggestions could not be sent.');
  });
  return outcome;
}
