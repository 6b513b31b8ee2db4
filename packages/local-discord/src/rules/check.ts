import { safeParse, type ZodMiniType } from 'zod/mini';
import { schemaViolations } from './schema-violations.ts';
import { InvalidForm, type Rule, type Violation, within } from './violation.ts';

/**
 * A body that has the schema's form and breaks none of the rules, without the keys that Discord
 * does not know and so ignores.
 * @param prefix where in the request the body stands
 * @throws InvalidForm with every violation found
 */
export function check<Body>(
  schema: ZodMiniType<Body>,
  body: unknown,
  rules: readonly Rule<Body>[] = [],
  prefix: Violation['path'] = [],
): Body {
  const read = safeParse(schema, body, { reportInput: true });
  const violations = read.success
    ? rules.flatMap((rule) => rule(read.data))
    : schemaViolations(read.error.issues);
  if (!read.success || violations.length > 0) throw new InvalidForm(within(violations, ...prefix));
  return read.data;
}
