const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
export const TEI = 'http://www.tei-c.org/ns/1.0';
export const OAI = 'http://www.openarchives.org/OAI/2.0/';
export const MODS = 'http://www.loc.gov/mods/v3';
export const MARC = 'http://www.loc.gov/MARC21/slim';
/** Dublin Core's fifteen elements, and the terms that refine them. */
export const DUBLIN_CORE: readonly string[] = [
  'http://purl.org/dc/elements/1.1/',
  'http://purl.org/dc/terms/',
];

/** Namespaces by the prefixes that everybody gives them. */
const CUSTOMARY = new Map([
  ['xml', XML],
  ['tei', TEI],
  ['xlink', 'http://www.w3.org/1999/xlink'],
  ['frus', 'http://history.state.gov/frus/ns/1.0'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['dcterms', 'http://purl.org/dc/terms/'],
]);
const PREFIXES = new Map([...CUSTOMARY].map(([prefix, address]) => [address, prefix]));

/** What a prefix that a text doesn't declare stands for: older finding aids leave it to a DTD. */
export const customaryNamespace = (prefix: string): string => CUSTOMARY.get(prefix) ?? prefix;

/** An attribute's name: with its namespace's customary prefix, whatever the text's own is. */
export function customaryName(attribute: { name: string; local: string; uri: string }): string {
  const { name, local, uri } = attribute;
  return !uri || uri === XMLNS ? name : `${PREFIXES.get(uri) ?? uri}:${local}`;
}
