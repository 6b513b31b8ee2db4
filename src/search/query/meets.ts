import type { Document } from '../../data/document.ts';
import { terms } from '../analysis.ts';
import { peopleOf } from '../facets.ts';
import { textsBesideTitle } from '../searched-text.ts';
import type { TermIndex } from '../term-index.ts';
import { phraseTest } from './phrase.ts';
import type { Condition, Field, TypedQuery } from './typed-query.ts';

/** Tells of a document and its place whether it is wanted. */
export type Test = (document: Document, place: number) => boolean;

/** Whether documents meet what a query demands, its dates aside. */
export function meets(
  { required, excluded }: Pick<TypedQuery, 'required' | 'excluded'>,
  index: TermIndex,
): Test {
  const wanted = required.map((group) => group.map((condition) => testOf(condition, index)));
  const unwanted = excluded.map((condition) => testOf(condition, index));
  return (document, place) =>
    wanted.every((group) => group.some((test) => test(document, place))) &&
    !unwanted.some((test) => test(document, place));
}

/** The index is asked first: it knows most documents that can't meet the condition. */
function testOf({ field, text, isPhrase }: Condition, index: TermIndex): Test {
  const sought = terms(text).filter(({ kind }) => kind === 'word' || kind === 'half');
  const stems = sought.map(({ stem }) => stem);
  const isHeld: Test = (_, place) => stems.every((stem) => index.holds(stem, place));
  if (isPhrase) {
    const holds = phraseTest(text);
    return (document, place) => isHeld(document, place) && textsOf(document, field).some(holds);
  }
  if (stems.length === 0) return () => false;
  if (field === 'any') return isHeld;
  return (document, place) => {
    if (!isHeld(document, place)) return false;
    const held = new Set(textsOf(document, field).flatMap((one) => terms(one).map(stemOf)));
    return stems.every((stem) => held.has(stem));
  };
}

const stemOf = ({ stem }: { stem: string }): string => stem;

function textsOf(document: Document, field: Field): readonly string[] {
  switch (field) {
    case 'any':
      return [document.title, ...textsBesideTitle(document)];
    case 'title':
      return [document.title];
    case 'person':
      return peopleOf(document);
    case 'place':
      return document.places ?? [];
    case 'subject':
      return document.subjects ?? [];
    case 'collection':
      return [document.collection];
  }
}
