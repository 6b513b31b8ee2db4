import type { APIUser } from 'discord-api-types/v10';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { EventFeed } from '../event.ts';
import type { World } from '../world/world.ts';
import { toView } from './to-view.ts';
import { toViewEvent } from './to-view-event.ts';
import type { ViewEvent } from './view.ts';

/**
 * Everything that a person sees, then each change, as events of one stream. Whoever reconnects gets
 * everything again.
 * @param withExchanges whether to include what goes over the wire
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function viewStream(
  context: Context,
  world: World,
  me: APIUser,
  { exchanges, isConnected, listen }: EventFeed,
  withExchanges: boolean,
): Response {
  return streamSSE(context, async (stream) => {
    const send = (event: ViewEvent) => stream.writeSSE({ data: JSON.stringify(event) });
    const view = {
      ...toView(world, me),
      isConnected: isConnected(),
      exchanges: withExchanges ? exchanges : [],
    };
    void send({ type: 'view', view });
    const stop = listen((event) => {
      const viewEvent = toViewEvent(world, me, event, isConnected);
      if (viewEvent && (withExchanges || viewEvent.type !== 'exchange')) void send(viewEvent);
    });
    await new Promise<void>((resolve) => {
      stream.onAbort(resolve);
    });
    stop();
  });
}
