import type { APIUser } from 'discord-api-types/v10';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Happenings } from '../event.ts';
import type { World } from '../world/world.ts';
import { describeView } from './describe-view.ts';
import type { ViewEvent } from './view.ts';
import { toViewEvent } from './view-events.ts';

/**
 * Everything that a person sees, then each change, as events of one stream. Who connects again gets
 * everything again.
 * @param withExchanges whether to tell what goes over the wire, too
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function viewStream(
  context: Context,
  world: World,
  me: APIUser,
  { exchanges, isConnected, listen }: Happenings,
  withExchanges: boolean,
): Response {
  return streamSSE(context, async (stream) => {
    const send = (event: ViewEvent) => stream.writeSSE({ data: JSON.stringify(event) });
    const view = {
      ...describeView(world, me),
      isConnected: isConnected(),
      exchanges: withExchanges ? exchanges : [],
    };
    void send({ type: 'view', view });
    const stop = listen((event) => {
      const told = toViewEvent(world, me, event, isConnected);
      if (told && (withExchanges || told.type !== 'exchange')) void send(told);
    });
    await new Promise<void>((resolve) => {
      stream.onAbort(resolve);
    });
    stop();
  });
}
