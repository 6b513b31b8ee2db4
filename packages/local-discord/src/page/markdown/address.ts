/** An http or https address, or undefined for anything else: nothing else is ever followed. */
export function outwardAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, href } = new URL(text);
  return protocol === 'http:' || protocol === 'https:' ? href : undefined;
}

const MESSAGE = /^\/channels\/(?:\d+|@me)\/(?<placeId>\d+)\/(?<messageId>\d+)$/;

/** The place and the message that one of Discord's own links leads to; undefined for another link. */
export function messageAddress(text: string): { placeId: string; messageId: string } | undefined {
  const address = outwardAddress(text);
  if (!address) return undefined;
  const { hostname, pathname } = new URL(address);
  if (hostname !== 'discord.com') return undefined;
  const { placeId, messageId } = MESSAGE.exec(pathname)?.groups ?? {};
  return placeId && messageId ? { placeId, messageId } : undefined;
}

/**
 * The path and the signature of a file that this Discord keeps, whichever of its host's two names is used; undefined
 * for a file of another host, which is never loaded.
 */
export function ownAddress(text: string, here = location.origin): string | undefined {
  const address = outwardAddress(text);
  if (!address) return undefined;
  const { hostname, port, pathname, search } = new URL(address);
  const isHere = ['127.0.0.1', 'localhost'].includes(hostname) && port === new URL(here).port;
  const isFile = /^\/(?:ephemeral-)?attachments\//.test(pathname);
  return isHere && isFile ? `${pathname}${search}` : undefined;
}
