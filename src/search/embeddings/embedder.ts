import { endpointOf } from './endpoint.ts';
import { EmbeddingsFailure } from './failure.ts';
import { readAnswer } from './read-answer.ts';
import { readBody } from './read-body.ts';
import { retryAfterMs } from './retry-after.ts';

/** Where a model is asked, by which name, and with which key if it needs one. */
export type ModelAddress = { url: string; model: string; key: string | undefined };

/** What makes vectors of texts. */
export type Embedder = {
  /**
   * @param signal gives up waiting
   * @returns a vector for each text, in their order, all of the same length
   * @throws EmbeddingsFailure
   */
  embed(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]>;
};

/**
 * Asks a server in OpenAI's form, as Ollama, llama.cpp, vLLM and hosted services speak it.
 * @see https://platform.openai.com/docs/api-reference/embeddings/create
 */
export function createEmbedder({ url, model, key }: ModelAddress): Embedder {
  const endpoint = endpointOf(url);
  const headers = {
    'content-type': 'application/json',
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
  };
  return {
    async embed(texts, signal) {
      try {
        const body = JSON.stringify({ model, input: texts });
        // Texts and the key go to the address that was given, and to no other.
        const options = { method: 'POST', headers, body, signal, redirect: 'error' } as const;
        // A connection kept from before may have been closed at the other end meanwhile.
        const response = await fetch(endpoint, options).catch((error) => {
          if (signal.aborted || !isClosed(error)) throw error;
          return fetch(endpoint, options);
        });
        if (!response.ok) {
          await response.body?.cancel();
          throw refusal(response);
        }
        return readAnswer(await readBody(response), texts.length);
      } catch (error) {
        throw asFailure(error, signal);
      }
    },
  };
}

const isClosed = ({ cause }: Error): boolean =>
  ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes((cause as NodeJS.ErrnoException)?.code ?? '');

const PAUSES = new Set([429, 503]);

function refusal({ status, headers }: Response): EmbeddingsFailure {
  const pause = retryAfterMs(headers.get('retry-after'), Date.now());
  if (PAUSES.has(status)) {
    return new EmbeddingsFailure('busy', `The embeddings server is busy (${status}).`, pause);
  }
  const hint = HINTS[status] ?? '';
  return new EmbeddingsFailure(
    'refused',
    `The embeddings server answered ${status}.${hint}`,
    pause,
  );
}

const HINTS: Record<number, string> = {
  401: ' Check EMBEDDINGS_KEY.',
  403: ' Check EMBEDDINGS_KEY.',
  404: ' Check EMBEDDINGS_URL and EMBEDDINGS_MODEL.',
};

function asFailure(error: unknown, signal: AbortSignal): EmbeddingsFailure {
  if (error instanceof EmbeddingsFailure) return error;
  if (signal.aborted) {
    return new EmbeddingsFailure('late', 'The embeddings server didn’t answer in time.');
  }
  // A message may hold what was sent; a code never does.
  const { code } = ((error as Error).cause ?? {}) as NodeJS.ErrnoException;
  const why = code === undefined ? '' : ` (${code})`;
  return new EmbeddingsFailure('unreachable', `The embeddings server can’t be reached${why}.`);
}
