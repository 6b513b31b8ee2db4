/** The package brings no types; this is the part of it that is used. */
declare module 'stopword' {
  export const eng: readonly string[];
}
