import { z } from 'zod';
import { EmbeddingsFailure } from './failure.ts';

/** What a server answers, in OpenAI's form; whatever else it says is passed over. */
const Answer = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(1) })),
});

/**
 * Reads the vectors in an answer.
 * @param count how many texts were sent
 * @returns a vector for each text, in their order, all of the same length
 * @throws EmbeddingsFailure if a vector is missing, or one isn't a list of finite numbers as long as
 * the others and longer than 0
 */
export function readAnswer(body: string, count: number): Float32Array[] {
  const read = Answer.safeParse(parse(body));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw senseless(`${issue?.path.join('.') || 'the answer'}: ${issue?.message}`);
  }
  const vectors: Float32Array[] = [];
  for (const { index, embedding } of read.data.data) vectors[index] = Float32Array.from(embedding);
  const { data } = read.data;
  if (data.length !== count || vectors.length !== count || vectors.includes(undefined as never)) {
    throw senseless(`${data.length} vectors for ${count} texts, or not one for each`);
  }
  const [first] = vectors;
  for (const vector of vectors) {
    if (vector.length !== first?.length) {
      throw senseless(`vectors of ${first?.length} and of ${vector.length} numbers`);
    }
    const square = vector.reduce((sum, value) => sum + value * value, 0);
    if (!(square > 0 && Number.isFinite(square))) throw senseless('a vector that has no direction');
  }
  return vectors;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw senseless('no JSON');
  }
}

const senseless = (what: string) =>
  new EmbeddingsFailure('senseless', `The embeddings server’s answer makes no sense: ${what}.`);
