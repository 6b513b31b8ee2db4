import type { Found } from '../format.ts';
import { isDocument, PARTS, titleOf, toRecord, type Unit, untakenIn } from './ead-component.ts';
import type { Choose, Tag } from './elements.ts';
import { textOf } from './inside.ts';
import { countLeftOut } from './left-out.ts';
import { serializeElement } from './serialize-element.ts';
import { xmlFormat } from './xml-format.ts';

/** The whole that a finding aid describes, and its parts, with or without the number of their depth. */
const UNIT = /^(?:archdesc|c(?:0[1-9]|1[0-2])?)$/;
/** What holds parts of a finding aid together and says nothing itself. */
const FRAME = /^(?:dsc|descgrp|head|thead)$/;

const CHOSEN = 'documents are the files and items, and whatever else has no parts of its own';

/**
 * Finding aids in EAD 2002 or EAD3: files, items and other units of description without parts, each
 * with the titles of those around it.
 * @see https://www.loc.gov/ead/
 */
export const ead = xmlFormat({
  name: 'ead',
  isIn: ({ name }) => name === 'ead',
  choose,
  async *read(parts): AsyncGenerator<Found> {
    const leftOut = countLeftOut();
    /** Those that are still open. */
    const units = new Map<Tag, Unit>();
    const unitOf = (tag: Tag): Unit => {
      const unit = units.get(tag) ?? { tag, parts: [], hasUnits: false };
      units.set(tag, unit);
      return unit;
    };
    let heading = '';
    let count = 0;
    for await (const { element, path } of parts) {
      const around = path.filter(isUnit).map(unitOf);
      const parent = around.at(-1);
      if (element.name === 'titleproper') heading ||= textOf(element, ['num', 'date']);
      else if (isUnit(element)) {
        const unit = unitOf(element);
        units.delete(element);
        if (parent) parent.hasUnits = true;
        else heading = titleOf(unit) || heading;
        if (!isDocument(unit)) continue;
        count += 1;
        yield found(unit, around);
      } else if (parent) {
        if (PARTS.includes(element.name)) parent.parts.push(element);
        for (const name of untakenIn(element)) leftOut.add(name);
      }
    }
    const words = leftOut.describe();
    if (count > 0) yield { kind: 'note', text: CHOSEN };
    if (words) yield { kind: 'note', text: words };
    if (heading) yield { kind: 'page', heading, range: null };
  },
});

const isUnit = ({ name }: Tag): boolean => UNIT.test(name);

function choose(tag: Tag, path: readonly Tag[]): ReturnType<Choose> {
  if (isUnit(tag)) return 'end';
  if (tag.name === 'titleproper') return 'whole';
  const isPart = path.some(isUnit) && path.at(-1)?.name !== 'dsc' && !FRAME.test(tag.name);
  return isPart ? 'whole' : undefined;
}

function found(unit: Unit, around: readonly Unit[]): Found {
  const record = toRecord(unit, around);
  if (record.title || record.date || record.edtf || record.identifier?.length) {
    return { kind: 'record', record };
  }
  const raw = serializeElement({ ...unit.tag, content: unit.parts });
  return { kind: 'refused', line: record.line, reason: 'has no title, date or number', raw };
}
