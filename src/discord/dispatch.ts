import type { AutocompleteInteraction, Interaction } from 'discord.js';
import { LIMITS } from '../cards/limits.ts';
import { UserError } from '../errors.ts';
import type { Command, Prepared, Services } from '../interactions/command.ts';
import type { Logger } from '../log.ts';
import { createConcurrencyLimit } from './concurrency-limit.ts';
import { invokerOf } from './invoker.ts';
import { createLatestOnly } from './latest-only.ts';
import { nameInteraction, type Observe, type Outcome } from './observe.ts';
import { componentInteractionOf, flatOptions, optionsOf } from './read-interaction.ts';
import { isStale } from './refusal.ts';
import type { Answerable } from './reply.ts';
import { logIfLost, respond } from './respond.ts';
import { createUnderWay } from './under-way.ts';

export type Dispatch = {
  /** Answers one interaction; never rejects. */
  handle(interaction: Interaction): Promise<void>;
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
  logger: Logger,
  { deferAfterMs, observe }: DispatchOptions = {},
): Dispatch {
  const byName = new Map(commands.map((command) => [command.data.name, command]));
  const latest = createLatestOnly();
  const limit = createConcurrencyLimit();
  const underWay = createUnderWay();

  /** @returns undefined for what isn't answered at all */
  async function answer(interaction: Interaction): Promise<Outcome | undefined> {
    const log = logger.child({ interaction: interaction.id });
    // As they are now: the corpus may be replaced by a newer one while this is answered.
    const current = { ...services, archive: limit(interaction.user.id, services.archive) };
    if (interaction.isAutocomplete()) return suggest(interaction, byName, current, latest, log);
    if (
      interaction.isChatInputCommand() ||
      interaction.isMessageContextMenuCommand() ||
      interaction.isMessageComponent() ||
      interaction.isModalSubmit()
    ) {
      const read = () => prepare(interaction, byName, current);
      return respond(interaction, read, services.store.shares, log, deferAfterMs);
    }
    return undefined;
  }

  async function handle(interaction: Interaction): Promise<void> {
    const began = performance.now();
    const outcome = await answer(interaction);
    const seconds = (performance.now() - began) / 1000;
    if (outcome) observe?.({ ...nameInteraction(interaction, byName), outcome, seconds });
  }

  return {
    handle: (interaction) =>
      underWay.add(
        handle(interaction).catch((err) =>
          logger.error(
            { err, interaction: interaction.id },
            'An interaction could not be handled.',
          ),
        ),
      ),
    idle: underWay.idle,
  };
}

/** Finds whose interaction it is and reads it. */
function prepare(
  interaction: Answerable,
  commands: ReadonlyMap<string, Command>,
  services: Services,
): Prepared {
  if (interaction.isCommand()) {
    const command = commands.get(interaction.commandName);
    if (!command) throw new UserError('This command is no longer offered. Reload Discord.');
    return command.prepare(optionsOf(interaction), services);
  }
  const [name = '', action = ''] = interaction.customId.split(':');
  const { components = {} } = commands.get(name) ?? {};
  // Every object has a `constructor` and a `toString`, which nobody meant.
  const handler = Object.hasOwn(components, action) ? components[action] : undefined;
  if (!handler) throw new UserError('This button is no longer in use. Ask again with a command.');
  const component = componentInteractionOf(interaction);
  return { private: true, run: (invoker) => handler(component, services, invoker) };
}

/**
 * Never defers, never fails loudly: Discord shows no error here. What was overtaken by more typing is
 * offered nothing, which nobody sees.
 */
async function suggest(
  interaction: AutocompleteInteraction,
  commands: ReadonlyMap<string, Command>,
  services: Services,
  latest: ReturnType<typeof createLatestOnly>,
  log: Logger,
): Promise<Outcome> {
  const { name, value } = interaction.options.getFocused(true);
  const command = commands.get(interaction.commandName);
  const asked = { name, typed: String(value).toWellFormed() };
  const options = flatOptions(interaction.options.data);
  let outcome: Outcome = 'answered';
  const choices = await latest(interaction.user.id, async () =>
    command?.suggest?.(asked, services, invokerOf(interaction), options),
  ).catch((error) => {
    // What can't be understood yet may be typed on.
    outcome = error instanceof UserError ? 'refused' : 'failed';
    if (outcome === 'failed') log.error({ err: error }, 'autocomplete failed');
    return [];
  });
  await interaction.respond((choices ?? []).slice(0, LIMITS.choices)).catch((error) => {
    outcome = 'unsent';
    // People type on: a suggestion that comes too late is not an error.
    if (isStale(error)) log.debug('a suggestion came too late');
    else if (!logIfLost(error, log)) log.warn({ err: error }, 'Suggestions could not be sent.');
  });
  return outcome;
}
