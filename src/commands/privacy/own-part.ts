import type { Held } from '../../store/tables/people.ts';

/**
 * What is stored about a person without what it says of others: their ids, and notes that they wrote on
 * what the person added.
 */
export const ownPart = (held: Held, user: string): Held => ({
  ...held,
  ...(held.list_items && {
    list_items: held.list_items.map((row) => ({
      ...row,
      ...(row.added_by !== user && { added_by: '' }),
      ...(row.note_by !== user && { note: '', note_by: null, note_at: null }),
    })),
  }),
  ...(held.lists && {
    lists: held.lists.map((row) => (row.created_by === user ? row : { ...row, created_by: '' })),
  }),
  ...(held.views && {
    views: held.views.map((row) => ({ ...row, input: ownInput(row.input, user) })),
  }),
});

/** A change of a list that can be undone holds the item as it was, with its note. */
const ownInput = (input: string, user: string): string =>
  JSON.stringify(
    JSON.parse(input, (key, value) => {
      if (key === 'addedBy' && value !== user) return '';
      if (key === 'note' && value?.by !== undefined && value.by !== user) return { text: '' };
      return value;
    }),
  );
