import type { APIMessage } from 'discord-api-types/v10';
import type { InteractionState } from '../world/interactions.ts';
import type { Outcome } from './outcome.ts';

/** How long a deferred answer is waited for. */
const TIMEOUT_MS = 60_000;

/** An outcome as it goes over HTTP. */
export type OutcomeJson = {
  interaction: string;
  state: InteractionState;
  acknowledgedAfterMs: number | undefined;
  message: APIMessage | undefined;
  modal: Outcome['modal'];
};

/** @param waits whether for a deferred answer to be filled */
export async function toOutcomeJson(outcome: Outcome, waits: boolean): Promise<OutcomeJson> {
  if (waits) await Promise.race([outcome.interaction.completed, timeout()]);
  return {
    interaction: outcome.interaction.id,
    state: outcome.state,
    acknowledgedAfterMs: outcome.acknowledgedAfterMs,
    message: outcome.message(),
    modal: outcome.modal,
  };
}

const timeout = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, TIMEOUT_MS).unref();
  });
