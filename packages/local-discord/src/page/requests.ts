import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { OutcomeJson } from '../control/to-outcome-json.ts';
import type { ViewEvent } from '../control/view.ts';
import type { Choice } from './composer/draft.ts';

/** What this Discord refuses to send, in its words. */
export class Refusal extends Error {}

/** Who asks, and where. */
export type Invoker = { as: string; channel?: string | undefined };

/** What can be asked of this Discord. Each rejects with Refusal where it refuses. */
export type Requests = ReturnType<typeof requestsOf>;

/** @param invoker asked at each request */
export function requestsOf(invoker: () => Invoker) {
  const post = async <Answer>(path: string, body: object): Promise<Answer> =>
    read(
      await fetch(address(path, invoker()), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
  return {
    commands: async () =>
      read<readonly APIApplicationCommand[]>(await fetch(address('/commands', invoker()))),
    command: (name: string, values: Record<string, Choice['value']>) =>
      post<OutcomeJson>('/command', { name, values }),
    messageCommands: async () =>
      read<readonly APIApplicationCommand[]>(await fetch(address('/message-commands', invoker()))),
    onMessage: (name: string, message: string) =>
      post<OutcomeJson>('/message-command', { name, message }),
    autocomplete: (
      name: string,
      option: string,
      typed: string,
      others: Record<string, Choice['value']>,
    ) => post<readonly Choice[]>('/autocomplete', { name, option, typed, others }),
    click: (message: string, customId: string) =>
      post<OutcomeJson>('/click', { message, customId }),
    select: (message: string, customId: string, values: readonly string[]) =>
      post<OutcomeJson>('/select', { message, customId, values }),
    submit: (interaction: string, values: Record<string, string>) =>
      post<OutcomeJson>('/submit', { interaction, values }),
    say: (content: string, files: readonly string[]) =>
      post<{ id: string }>('/say', { content, files }),
    upload: async (file: File) => {
      const query = new URLSearchParams({ name: file.name });
      const request = { method: 'POST', body: file };
      return read<{ id: string }>(await fetch(`/control/upload?${query}`, request));
    },
    edit: (id: string, content: string) => post<{ id: string }>('/edit', { id, content }),
    delete: (id: string) => post<{ id: string }>('/delete', { id }),
    thread: (message: string, name: string) => post<{ id: string }>('/thread', { message, name }),
    dismiss: (id: string) => post<{ id: string }>('/dismiss', { id }),
  };
}

/** Answers are waited for only until they are acknowledged: the stream brings the rest. */
function address(path: string, { as, channel }: Invoker): string {
  const query = new URLSearchParams({ as, wait: 'false', ...(channel ? { channel } : {}) });
  return `/control${path}?${query}`;
}

async function read<Answer>(response: Response): Promise<Answer> {
  const body = await response.json();
  if (response.ok) return body as Answer;
  throw new Refusal(body.error ?? body.message ?? response.statusText);
}

/**
 * Follows what a person sees; the browser connects again by itself.
 * @returns how to stop
 */
export function follow(
  { as, withExchanges }: { as: string; withExchanges: boolean },
  onEvent: (event: ViewEvent) => void,
  reachable: (isReachable: boolean) => void,
): () => void {
  const query = new URLSearchParams({ as, exchanges: String(withExchanges) });
  const source = new EventSource(`/control/events?${query}`);
  source.onmessage = ({ data }) => onEvent(JSON.parse(data));
  source.onopen = () => reachable(true);
  source.onerror = () => reachable(false);
  return () => source.close();
}
