/** An address as it may be shown and kept: without what may hold a key. */
export function withoutQuery(address: string | URL): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}
