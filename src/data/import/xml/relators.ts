/** A name as a catalogue has it, and the parts that its bearer had; none where the catalogue is silent. */
export type CataloguedName = { name: string; roles: readonly string[] };

/** Names of a record by what their bearers had to do with it. */
export type People = { creators: string[]; recipients: string[]; people: string[] };

/**
 * The relators that archives use, by their codes in MARC.
 * @see https://www.loc.gov/marc/relators/relaterm.html
 */
const TERMS: Readonly<Record<string, string>> = {
  art: 'artist',
  aut: 'author',
  col: 'collector',
  com: 'compiler',
  cre: 'creator',
  crp: 'correspondent',
  ctb: 'contributor',
  ctg: 'cartographer',
  dnr: 'donor',
  dpc: 'depicted',
  edt: 'editor',
  fmo: 'former owner',
  ill: 'illustrator',
  isb: 'issuing body',
  ive: 'interviewee',
  ivr: 'interviewer',
  org: 'originator',
  own: 'owner',
  pbl: 'publisher',
  pht: 'photographer',
  prt: 'printer',
  rcp: 'addressee',
  rpy: 'responsible party',
  rth: 'research team head',
  scr: 'scribe',
  sgn: 'signer',
  spk: 'speaker',
  stn: 'standards body',
  trc: 'transcriber',
  trl: 'translator',
  wit: 'witness',
};

/** Parts that go without saying. */
const AUTHORS = ['author', 'creator', 'writer', 'letter writer'];
const RECIPIENTS = ['addressee', 'recipient', 'recipient of letter', 'correspondent, recipient'];
/** Those who had a part in the document, but none in its making. */
const OTHERS = ['collector', 'depicted', 'donor', 'former owner', 'owner'];

/** A relator's term by its code or address (`rcp`, `http://id.loc.gov/vocabulary/relators/rcp`); any other text as it is. */
function relatorTerm(text: string): string {
  const bare = text.replace(/^https?:\/\/id\.loc\.gov\/vocabulary\/relators\//, '').trim();
  return TERMS[bare.toLowerCase()] ?? bare.replace(/[.,;]+$/, '').toLowerCase();
}

/** Names with their parts: authors as they are, other makers with theirs, `Weber, Max (editor)`. */
export function partedByRole(names: readonly CataloguedName[]): People {
  const parted: People = { creators: [], recipients: [], people: [] };
  for (const { name, roles } of names) {
    const terms = [...new Set(roles.map(relatorTerm).filter(Boolean))];
    const shown = terms.filter((term) => !AUTHORS.includes(term) && !RECIPIENTS.includes(term));
    if (terms.some((term) => RECIPIENTS.includes(term))) parted.recipients.push(name);
    if (terms.length > 0 && terms.every((term) => RECIPIENTS.includes(term))) continue;
    const isMaker = !terms.every((term) => [...OTHERS, ...RECIPIENTS].includes(term));
    const kind = isMaker || terms.length === 0 ? 'creators' : 'people';
    parted[kind].push(shown.length > 0 ? `${name} (${shown.join(', ')})` : name);
  }
  return parted;
}
