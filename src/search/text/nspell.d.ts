/** What is used here of nspell, which has no types of its own. */
declare module 'nspell' {
  type Dictionary = { aff: Uint8Array; dic: Uint8Array };
  export default function nspell(dictionary: Dictionary): { correct(word: string): boolean };
}
