import { withoutPunctuation } from '../catalogue-text.ts';
import type { Element } from '../elements.ts';
import { children, textOf } from '../inside.ts';

/** A field of a record: its indicators, and its subfields in their order. */
export type Field = {
  tag: string;
  first: string;
  second: string;
  subfields: readonly { code: string; text: string }[];
};

/** A record of MARC, and what of it is asked for. */
export type Fields = {
  leader: string;
  /** A field without subfields, such as 008; empty if there is none. */
  control(tag: string): string;
  /** The fields of these tags, in the record's order. */
  all(...tags: readonly string[]): readonly Field[];
};

/** Takes a record apart. White space counts in the leader and in 008, where places mean something. */
export function fieldsOf(record: Element): Fields {
  const leader = rawOf(children(record, 'leader')[0]);
  const controls = new Map(
    children(record, 'controlfield').map((field) => [field.attributes.tag, rawOf(field)]),
  );
  const fields = children(record, 'datafield').map(
    ({ attributes, ...field }): Field => ({
      tag: attributes.tag ?? '',
      first: (attributes.ind1 ?? '').trim(),
      second: (attributes.ind2 ?? '').trim(),
      subfields: children({ attributes, ...field }, 'subfield').map((subfield) => ({
        code: subfield.attributes.code ?? '',
        text: textOf(subfield),
      })),
    }),
  );
  return {
    leader,
    control: (tag) => controls.get(tag) ?? '',
    all: (...tags) => fields.filter(({ tag }) => tags.length === 0 || tags.includes(tag)),
  };
}

const rawOf = (element: Element | undefined): string =>
  element?.content.filter((part) => typeof part === 'string').join('') ?? '';

/** The texts of a field's subfields of these codes, in the field's order. */
export const subfields = ({ subfields: all }: Field, codes: string): readonly string[] =>
  all.filter(({ code, text }) => text && codes.includes(code)).map(({ text }) => text);

/** The same in one line. */
export const lineOf = (field: Field | undefined, codes: string): string =>
  field ? subfields(field, codes).join(' ') : '';

/** The same without the punctuation at its end. */
export const bare = (field: Field | undefined, codes: string): string =>
  withoutPunctuation(lineOf(field, codes));
