/**
 * The address that texts are sent to. A base such as `https://api.openai.com/v1` gets `/embeddings`;
 * the whole address is taken as it is, and a host alone gets `/v1/embeddings`. What follows a `?` stays.
 * @param url a web address
 */
export function endpointOf(url: string): string {
  const endpoint = new URL(url);
  const path = endpoint.pathname.replace(/\/+$/, '');
  endpoint.pathname = path.endsWith('/embeddings') ? path : `${path || '/v1'}/embeddings`;
  return endpoint.href;
}
