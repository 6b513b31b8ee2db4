import type { APIUser } from 'discord-api-types/v10';
import type { LocalDiscordEvent } from '../event.ts';
import { isVisibleTo } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { toAttempt } from './to-attempt.ts';
import { isReader, toViewedPlace } from './to-view.ts';
import type { ViewEvent } from './view.ts';

/** What someone sees of an event; undefined for nothing. */
export function toViewEvent(
  world: World,
  me: APIUser,
  event: LocalDiscordEvent,
  isConnected: () => boolean,
): ViewEvent | undefined {
  switch (event.type) {
    case 'message-created':
    case 'message-updated': {
      const { stored } = event;
      return isVisibleTo(stored, me.id) ? { type: 'message', message: stored.message } : undefined;
    }
    case 'message-deleted':
    case 'message-dismissed': {
      const { place, onlyFor = me.id, message } = event.stored;
      const wasVisible = isReader(place, me) && onlyFor === me.id;
      return wasVisible ? { type: 'message-gone', id: message.id } : undefined;
    }
    case 'interaction-opened':
    case 'interaction-changed': {
      const { interaction } = event;
      if (interaction.user.id !== me.id) return undefined;
      const isKept = world.interactions.findById(interaction.id) !== undefined;
      const attempt = isKept ? toAttempt(interaction) : undefined;
      return attempt ? { type: 'attempt', attempt } : { type: 'attempt-over', id: interaction.id };
    }
    case 'guild-joined':
      return isReader(event.general, me)
        ? { type: 'place', place: toViewedPlace(event.general, me) }
        : undefined;
    case 'place-created':
    case 'place-changed':
      if (isReader(event.place, me)) {
        return { type: 'place', place: toViewedPlace(event.place, me) };
      }
      return event.type === 'place-changed'
        ? { type: 'place-gone', id: event.place.id }
        : undefined;
    case 'place-deleted':
      return isReader(event.place, me) ? { type: 'place-gone', id: event.place.id } : undefined;
    case 'commands-changed':
      return { type: 'commands' };
    case 'connection-changed':
      return { type: 'connection', isConnected: isConnected() };
    case 'exchange':
      return { type: 'exchange', exchange: event.exchange };
  }
}
