import { GatewayDispatchEvents, InteractionType } from 'discord-api-types/v10';
import type { Dispatch } from '../gateway/session.ts';
import { answerInteraction } from '../rest/interactions.ts';
import { readUpload } from '../rest/read-body.ts';
import type { Interaction } from '../world/interactions.ts';
import type { World } from '../world/world.ts';
import type { KeyPair } from './key-pair.ts';

/** Where the bot takes its interactions by HTTP. */
export type Endpoint = {
  /**
   * Sends interactions there from now on, and no longer over the gateway; undefined for the gateway again.
   * @returns whether what answers there knows right signatures from wrong ones; otherwise nothing changes
   * @see https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint
   */
  set(url: string | undefined): Promise<boolean>;
  close(): void;
};

type Options = {
  keys: KeyPair;
  /** How long a request may take. */
  timeoutMs: number;
  /** Told of each interaction sent, and of each change of the address. */
  sent(event: Dispatch): void;
  changed(): void;
};

/** Sends interactions to the bot by HTTP, once an address is set, as Discord does. */
export function createEndpoint(world: World, options: Options): Endpoint {
  const { keys, timeoutMs, sent, changed } = options;
  const closing = new AbortController();

  const post = (url: string, payload: object, sign = keys.sign) => {
    const body = JSON.stringify(payload);
    const timestamp = String(Math.floor(world.now() / 1000));
    return fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': 'Discord-Interactions/1.0 (+https://discord.com)',
        'X-Signature-Ed25519': sign(timestamp, body),
        'X-Signature-Timestamp': timestamp,
      },
      body,
      redirect: 'error',
      signal: AbortSignal.any([closing.signal, AbortSignal.timeout(timeoutMs)]),
    });
  };

  const knowsSignatures = async (url: string): Promise<boolean> => {
    const ping = {
      id: world.nextId(),
      application_id: world.applicationId,
      token: 'ping',
      type: InteractionType.Ping,
      version: 1,
      entitlements: [],
      user: world.users[0],
    };
    try {
      const right = await post(url, ping);
      const answer = (await right.json()) as { type?: unknown };
      const wrong = await post(url, ping, (timestamp, body) => keys.sign(`${timestamp} `, body));
      await wrong.arrayBuffer();
      return right.status === 200 && answer.type === InteractionType.Ping && wrong.status === 401;
    } catch {
      return false;
    }
  };

  /** The answer comes in the response, or by the callback, which a 202 without a body announces. */
  const deliver = async (url: string, interaction: Interaction) => {
    sent({ t: GatewayDispatchEvents.InteractionCreate, d: interaction.payload });
    const response = await post(url, interaction.payload);
    const upload = await readUpload(response.headers.get('content-type') ?? '', response);
    if (response.status === 202 && upload.body === undefined) return;
    if (response.status !== 200) throw new Error(`The endpoint answers ${response.status}.`);
    answerInteraction(world, interaction, upload);
  };

  const unlisten = world.listen((event) => {
    const { url } = world.endpoint;
    if (event.type !== 'interaction-opened' || url === undefined) return;
    deliver(url, event.interaction).catch(() => world.interactions.fail(event.interaction));
  });

  return {
    async set(url) {
      if (url !== undefined && !(await knowsSignatures(url))) return false;
      world.endpoint.url = url;
      changed();
      return true;
    },
    close() {
      unlisten();
      closing.abort();
    },
  };
}
