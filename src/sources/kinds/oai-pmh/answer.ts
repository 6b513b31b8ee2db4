import { SourceError } from '../../../data/import/format.ts';
import { type Choose, type Element, elementsOf } from '../../../data/import/xml/elements.ts';
import { children, textOf } from '../../../data/import/xml/inside.ts';

/** What an answer says besides its records. */
export type Answer = {
  /** When it was given, by the repository's clock; empty if it doesn't say so. */
  responseDate: string;
  /** Null if there is none. */
  error: { code: string; text: string } | null;
  /** Empty if nothing follows. */
  resumptionToken: string;
  /** How many records the whole list has, as the token says; null if it doesn't. */
  listSize: number | null;
  /** What `Identify` says, by its elements. */
  identity: ReadonlyMap<string, string>;
  /** How many records it has, with those deleted. */
  records: number;
};

const WANTED = ['responseDate', 'error', 'resumptionToken', 'Identify', 'record'];

/** Takes apart what stands in an answer outside of its records, and those themselves. */
export const chooseInAnswer: Choose = ({ name }, path) =>
  WANTED.includes(name) && !path.some((tag) => tag.name === 'record') ? 'whole' : undefined;

/**
 * Reads an answer to its end.
 * @throws SourceError for what isn't an answer by the protocol, or cut off
 */
export async function readAnswer(text: string): Promise<Answer> {
  const answer = { responseDate: '', resumptionToken: '', records: 0 };
  let error: Answer['error'] = null;
  let identity: Answer['identity'] = new Map();
  let listSize: number | null = null;
  let isAnswer = false;
  for await (const { element, path } of elementsOf(piecesOf(text), chooseInAnswer)) {
    isAnswer ||= path[0]?.name === 'OAI-PMH';
    const said = textOf(element);
    if (element.name === 'record') answer.records += 1;
    else if (element.name === 'error') error = { code: element.attributes.code ?? '', text: said };
    else if (element.name === 'Identify') identity = identityIn(element);
    else if (element.name === 'responseDate') answer.responseDate = said;
    else {
      answer.resumptionToken = said;
      const { completeListSize: size = '' } = element.attributes;
      if (/^\d{1,15}$/.test(size)) listSize = Number(size);
    }
  }
  if (!isAnswer) throw new SourceError('isn’t an answer of an OAI-PMH repository');
  return { ...answer, error, identity, listSize };
}

const identityIn = (identify: Element): Answer['identity'] =>
  new Map(children(identify).map((child) => [child.name, textOf(child)]));

/** A text as the XML reader takes it. */
export async function* piecesOf(text: string): AsyncGenerator<string> {
  yield text;
}
