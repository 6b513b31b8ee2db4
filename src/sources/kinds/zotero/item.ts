import { z } from 'zod';

const Text = z.union([z.string(), z.number()]).transform(String);

/**
 * An item of a library as version 3 of the API gives it, as far as it is read here.
 * @see https://www.zotero.org/support/dev/web_api/v3/basics
 */
export const Item = z.object({
  key: z.string().min(1),
  version: z.int(),
  library: z.object({ name: z.string().optional() }).optional(),
  links: z.object({ alternate: z.object({ href: z.string() }).optional() }).optional(),
  meta: z.object({ numChildren: z.union([z.int(), z.literal(false)]).optional() }).optional(),
  data: z
    .object({
      itemType: z.string(),
      creators: z
        .array(
          z.object({
            creatorType: z.string(),
            firstName: z.string().optional(),
            lastName: z.string().optional(),
            name: z.string().optional(),
          }),
        )
        .default([]),
      tags: z.array(z.object({ tag: z.string() })).default([]),
      collections: z.array(z.string()).default([]),
      /** Whether it is in the trash. */
      deleted: z.union([z.boolean(), z.literal([0, 1])]).default(false),
    })
    .catchall(z.unknown()),
});
export type Item = z.output<typeof Item>;

/** A field of an item as text; empty where it has none. */
export function fieldOf({ data }: Item, ...names: readonly string[]): string {
  for (const name of names) {
    const text = Text.safeParse(data[name]);
    if (text.success && text.data.trim()) return text.data.trim();
  }
  return '';
}

/** Items that belong to others, and are no documents. */
const CHILDREN = ['note', 'attachment', 'annotation'];

export const isDocument = ({ data }: Item): boolean => !CHILDREN.includes(data.itemType);

export const isInTrash = ({ data }: Item): boolean => Boolean(data.deleted);
