import { InteractionType } from 'discord-api-types/v10';
import { Outage, UserError } from '../errors.ts';
import type { Interaction } from './interaction-payload.ts';

/**
 * How an interaction ended: with an answer; with a UserError, which says what the person can mend;
 * with an apology, or the news of an outage; or with nothing that could be sent, or in time.
 */
export type Outcome = 'answered' | 'refused' | 'failed' | 'unsent';

/** How an interaction ends that an error was thrown for. */
export const outcomeOf = (error: unknown): Outcome =>
  error instanceof UserError && !(error instanceof Outage) ? 'refused' : 'failed';

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

const KINDS = {
  [InteractionType.ApplicationCommand]: 'command',
  [InteractionType.ApplicationCommandAutocomplete]: 'autocomplete',
  [InteractionType.MessageComponent]: 'component',
  [InteractionType.ModalSubmit]: 'form',
} as const;

/** What an interaction is, in words of which there are few. */
export function nameInteraction(
  { type, data }: Interaction,
  commands: ReadonlyMap<string, unknown>,
): Pick<Observed, 'command' | 'kind'> {
  const [command = ''] = ('custom_id' in data ? data.custom_id : data.name).split(':');
  return { command: commands.has(command) ? command : 'unknown', kind: KINDS[type] };
}
