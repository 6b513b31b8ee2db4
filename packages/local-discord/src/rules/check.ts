import { safeParse, type ZodMiniType } from 'zod/mini';
import { type Fault, InvalidForm, type Rule, within } from './fault.ts';
import { schemaFaults } from './schema-faults.ts';

/**
 * A body that has the schema's form and breaks none of the rules, without the keys that Discord
 * does not know and so ignores.
 * @param prefix where in the request the body stands
 * @throws InvalidForm with every fault found
 */
export function check<Body>(
  schema: ZodMiniType<Body>,
  body: unknown,
  rules: readonly Rule<Body>[] = [],
  prefix: Fault['path'] = [],
): Body {
  const read = safeParse(schema, body, { reportInput: true });
  const faults = read.success
    ? rules.flatMap((rule) => rule(read.data))
    : schemaFaults(read.error.issues);
  if (!read.success || faults.length > 0) throw new InvalidForm(within(faults, ...prefix));
  return read.data;
}
