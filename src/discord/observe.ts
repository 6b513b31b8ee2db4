import type { Interaction } from 'discord.js';

/**
 * How an interaction ended: with an answer; with a UserError, which says what the person can mend;
 * with an apology; or with nothing that could be sent, or in time.
 */
export type Outcome = 'answered' | 'refused' | 'failed' | 'unsent';

/** An interaction that is over. */
export type Observed = {
  /** By its name; `unknown` for what isn't a command of ours. */
  command: string;
  kind: 'command' | 'autocomplete' | 'component' | 'form';
  outcome: Outcome;
  /** From its arrival until the answer was sent. */
  seconds: number;
};

/** Is told of every interaction when it is over. */
export type Observe = (observed: Observed) => void;

/** What an interaction is, in words of which there are few. */
export function nameInteraction(
  interaction: Interaction,
  commands: ReadonlyMap<string, unknown>,
): Pick<Observed, 'command' | 'kind'> {
  const [kind, name] =
    interaction.isMessageComponent() || interaction.isModalSubmit()
      ? ([interaction.isModalSubmit() ? 'form' : 'component', interaction.customId] as const)
      : ([
          interaction.isAutocomplete() ? 'autocomplete' : 'command',
          interaction.commandName,
        ] as const);
  const [command = ''] = name.split(':');
  return { command: commands.has(command) ? command : 'unknown', kind };
}
