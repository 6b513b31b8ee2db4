/** What is used here of nspell, which has no types of its own. */
declare module 'nspell' {
  type Dictionary = { aff: Uint8Array; dic: Uint8Array };
  /** `data` has every form that the dictionary's rules make of its words. */
  type Spell = { correct(word: string): boolean; data: Readonly<Record<string, unknown>> };
  export default function nspell(dictionary: Dictionary): Spell;
}
