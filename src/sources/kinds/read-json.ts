import type { z } from 'zod';
import { DEEPEST, isShallow } from '../../data/import/json/is-shallow.ts';
import type { Answer } from '../requests/requests.ts';
import { withoutQuery } from '../requests/without-query.ts';
import { SourceFailure } from '../source-failure.ts';

/**
 * An answer's body as JSON of a certain form.
 * @throws SourceFailure for anything else; it names the first field that is wrong, and no values
 */
export async function readJson<Schema extends z.ZodType>(
  answer: Answer,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = await answer.text();
  const where = withoutQuery(answer.address);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new SourceFailure(`${where} doesn’t answer with JSON, or not to its end.`, { cause });
  }
  if (!isShallow(json)) {
    throw new SourceFailure(`${where} answers with JSON that is more than ${DEEPEST} deep.`);
  }
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = issue?.path.join('.') || 'the whole';
  throw new SourceFailure(`${where} answers with JSON of another form than expected (${field}).`);
}
