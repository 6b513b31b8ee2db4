import { posix } from 'node:path';
import { elementsOf } from '../../xml/elements.ts';
import type { Parts } from './parts.ts';

/** What a part refers to: another part, and what that is to it. */
export type Relationship = { id: string; kind: string; part: string };

/**
 * The parts that a part refers to; those of the package itself for an empty name. Kinds come without
 * their address, which differs between the two editions of the standard: `worksheet`.
 * @throws SourceError if the package is damaged
 * @see https://ecma-international.org/publications-and-standards/standards/ecma-376/ Part 2, 6.5
 */
export async function relationshipsOf(parts: Parts, name: string): Promise<Relationship[]> {
  const folder = posix.dirname(name);
  const listed = posix.join(folder, '_rels', `${posix.basename(name)}.rels`);
  if (!parts.has(listed)) return [];
  const found: Relationship[] = [];
  const isOne = ({ name }: { name: string }) => (name === 'Relationship' ? 'whole' : undefined);
  for await (const { element } of elementsOf(parts.text(listed), isOne)) {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode } = element.attributes;
    if (TargetMode === 'External') continue;
    const part = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
    found.push({ id, kind: posix.basename(type), part });
  }
  return found;
}
