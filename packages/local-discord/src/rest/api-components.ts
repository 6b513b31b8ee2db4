import { type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';
import type { AnyComponent } from '../rules/component-tree.ts';

/**
 * Components as Discord gives them back: each with a number of its own, nulls left out, and a
 * menu's bounds filled in.
 */
export function toApiComponents(
  components: readonly AnyComponent[],
): APIMessageTopLevelComponent[] {
  let last = 0;
  const answer = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(answer);
    if (typeof part !== 'object' || part === null) return part;
    const own = 'type' in part ? { id: ++last, ...defaults(part.type) } : {};
    const entries = Object.entries(part).filter(
      ([, value]) => value !== null && value !== undefined,
    );
    return { ...own, ...Object.fromEntries(entries.map(([key, value]) => [key, answer(value)])) };
  };
  return answer(components) as APIMessageTopLevelComponent[];
}

const defaults = (type: unknown): object =>
  type === ComponentType.StringSelect ? { min_values: 1, max_values: 1 } : {};
