import { EmbeddingsFailure } from './failure.ts';

/** More than any batch of vectors takes. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * The text of an answer.
 * @throws EmbeddingsFailure if it is longer than any vectors are
 */
export async function readBody(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) {
      throw new EmbeddingsFailure('senseless', 'The embeddings server’s answer has no end.');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
