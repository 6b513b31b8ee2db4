import type { APIMessage } from 'discord-api-types/v10';
import type { InteractionState } from '../world/interactions.ts';
import type { Outcome } from './outcome.ts';

/** How long a deferred answer is waited for. */
const PATIENCE_MS = 60_000;

/** An outcome as it goes over HTTP. */
export type OutcomeJson = {
  interaction: string;
  state: InteractionState;
  acknowledgedAfterMs: number | undefined;
  message: APIMessage | undefined;
  modal: Outcome['modal'];
};

/** @param waits whether for a deferred answer to be filled */
export async function describeOutcome(outcome: Outcome, waits: boolean): Promise<OutcomeJson> {
  if (waits) await Promise.race([outcome.interaction.completed, patience()]);
  return {
    interaction: outcome.interaction.id,
    state: outcome.state,
    acknowledgedAfterMs: outcome.acknowledgedAfterMs,
    message: outcome.message(),
    modal: outcome.modal,
  };
}

const patience = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, PATIENCE_MS).unref();
  });
