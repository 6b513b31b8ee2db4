import { type Found, SourceError } from '../format.ts';
import { dublinCoreIn, fromDublinCore } from './dublin-core.ts';
import type { Element } from './elements.ts';
import { children, textOf } from './inside.ts';
import { countLeftOut, type LeftOut } from './left-out.ts';
import { readMarc } from './marcxml.ts';
import { readMods } from './mods.ts';
import { MARC, MODS, OAI } from './namespaces.ts';
import { serializeElement } from './serialize-element.ts';
import { xmlFormat } from './xml-format.ts';

/** Answers that have no records in them. */
const WITHOUT_RECORDS = ['Identify', 'ListIdentifiers', 'ListSets', 'ListMetadataFormats'];

/**
 * Saved responses of an OAI-PMH server, with records in Dublin Core, MODS or MARC.
 * @see https://www.openarchives.org/OAI/openarchivesprotocol.html
 */
export const oaiPmh = xmlFormat({
  name: 'oai-pmh',
  isIn: ({ name, namespace }) => name === 'OAI-PMH' || namespace === OAI,
  choose: ({ name }) => {
    if (WITHOUT_RECORDS.includes(name)) return 'whole';
    return ['record', 'resumptionToken', 'error'].includes(name) ? 'whole' : undefined;
  },
  async *read(parts): AsyncGenerator<Found> {
    const leftOut = countLeftOut();
    let count = 0;
    for await (const { element } of parts) {
      if (element.name === 'record') {
        count += 1;
        yield* readRecord(element, leftOut);
      } else if (element.name === 'resumptionToken') {
        yield* readToken(element, count);
        count = 0;
      } else throw withoutRecords(element);
    }
    const words = leftOut.describe();
    if (words) yield { kind: 'note', text: words };
  },
});

function withoutRecords({ name, ...element }: Element): SourceError {
  if (name !== 'error') return new SourceError(`has no records: it is an answer to ${name}`);
  const { code } = element.attributes;
  return new SourceError(
    `has no records but the server's refusal (${[code, textOf({ name, ...element })].filter(Boolean).join(': ')})`,
  );
}

/** What a record of a list gives, under the key that the repository gives it. */
export function* readRecord(record: Element, leftOut: LeftOut): Generator<Found> {
  const header = children(record, 'header')[0];
  const name = textOf(header && children(header, 'identifier')[0]);
  const key = name ? { key: name } : {};
  if (header?.attributes.status === 'deleted') {
    yield { kind: 'deleted', line: record.line, ...placeOf(name), ...key };
    return;
  }
  for (const found of readMetadata(record, name, leftOut)) {
    if (found.kind === 'record') yield { ...found, record: { ...found.record, ...key } };
    else if (found.kind === 'refused' || found.kind === 'doubt') yield { ...found, ...key };
    else yield found;
  }
}

const placeOf = (name: string): { place?: string } => (name ? { place: name } : {});

/** What is found in a record's metadata, by its format. */
function* readMetadata(record: Element, name: string, leftOut: LeftOut): Generator<Found> {
  const { line } = record;
  const metadata = children(record, 'metadata')[0];
  const inside = metadata && children(metadata)[0];
  if (inside?.namespace === MODS) yield* readMods(inside, name, leftOut);
  else if (inside?.namespace === MARC) yield* readMarc(inside, name, leftOut);
  else if (metadata && dublinCoreIn(metadata).length > 0) {
    const { doubt, ...fields } = fromDublinCore(dublinCoreIn(metadata), name, leftOut);
    yield { kind: 'record', record: { line, ...fields } };
    if (doubt) yield { kind: 'doubt', line, ...placeOf(name), reason: doubt };
  } else {
    const reason = inside
      ? `has no Dublin Core, MODS or MARC, but "${inside.name}"`
      : 'has no metadata';
    yield { kind: 'refused', line, ...placeOf(name), reason, raw: serializeElement(record) };
  }
}

/**
 * What a token says of the pages that are not in this file; an empty one ends the list.
 * @param count of the records before it, with those deleted
 */
function* readToken(token: Element, count: number): Generator<Found> {
  const [listed, cursor] = [token.attributes.completeListSize, token.attributes.cursor].map(
    (text) => (/^\d+$/.test(text ?? '') ? Number(text) : null),
  );
  const [from, to] = [(cursor ?? 0) + 1, (cursor ?? 0) + count];
  if (listed && cursor !== null && count > 0 && to <= listed) {
    yield { kind: 'page', heading: null, range: { from, to, listed } };
  }
  const text = textOf(token);
  if (!text) return;
  const size = listed ? `, of ${listed} records in all` : '';
  yield {
    kind: 'note',
    text: `more pages followed this one, of ${count} records${size}; resumption token ${text}`,
  };
}
