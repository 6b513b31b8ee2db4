/** An http or https address, or undefined for anything else: nothing else is ever followed. */
export function outwardAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, href } = new URL(text);
  return protocol === 'http:' || protocol === 'https:' ? href : undefined;
}

/**
 * The path of a file that this Discord keeps, whatever name its host goes by; undefined for a file
 * of another host, which is never loaded.
 */
export function ownAddress(text: string): string | undefined {
  const address = outwardAddress(text);
  const path = address && new URL(address).pathname;
  return path?.startsWith('/attachments/') ? path : undefined;
}
