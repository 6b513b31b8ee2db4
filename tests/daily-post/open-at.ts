import { runDuePosts } from '../../src/daily-post/scheduler.ts';
import { createLogger } from '../../src/log.ts';
import { archive } from '../commands/fixtures.ts';
import { isPrivate } from '../support/messages.ts';
import { openRoom } from '../support/room.ts';

const log = createLogger('silent');

/** A room whose clock, and Discord's, stands where it is set. */
export async function openAt(moment: string, documents = archive) {
  let time = Date.parse(moment);
  const now = () => time;
  const room = await openRoom(documents, {
    discord: { now },
    services: { now: () => new Date(time) },
  });
  return {
    ...room,
    setClock: (to: string | number) => {
      time = typeof to === 'string' ? Date.parse(to) : to;
    },
    later: (ms: number) => {
      time += ms;
    },
    runDue: () => runDuePosts(room.services, log),
    daily: (doing: string, values = {}, as = 'ada') =>
      room.discord.as(as).run(`daily ${doing}`, values),
    posts: (channel = 'archive') =>
      room.discord.messages(channel).filter((message) => !isPrivate(message)),
  };
}

export const LONDON = { channel: 'archive', time: '09:00', zone: 'Europe/London' };
