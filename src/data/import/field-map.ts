import { UserError } from '../../errors.ts';
import type { MappedField } from './format.ts';

/** The fields that a column can be named for. */
const FIELDS: Record<MappedField, true> = {
  title: true,
  date: true,
  edtf: true,
  description: true,
  collection: true,
  url: true,
  creators: true,
  recipients: true,
  people: true,
  places: true,
  subjects: true,
  languages: true,
  type: true,
  source: true,
  identifier: true,
  rights: true,
  text: true,
};

/** Their names. */
export const mappedFields = Object.keys(FIELDS) as MappedField[];

const isField = (name: string): name is MappedField => name in FIELDS;

/**
 * Reads `title=Subject,date=Sent on`: a column's name may hold commas, as long as no part of it
 * looks like another field.
 * @throws UserError for anything else, naming the fields there are
 */
export function readMap(texts: readonly string[]): ReadonlyMap<MappedField, string> {
  const known = mappedFields.join('|');
  const parts = texts.flatMap((text) => text.split(new RegExp(`,(?=(?:${known})=)`)));
  return new Map(
    parts.map((part) => {
      const [name = '', column = ''] = part.split(/=(.*)/s).map((one) => one.trim());
      if (isField(name) && column) return [name, column];
      throw new UserError(
        `--map: "${part}" should be field=column, with one of the fields ${mappedFields.join(', ')}.`,
      );
    }),
  );
}
