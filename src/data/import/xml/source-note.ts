/** How a sentence begins that says how a document was classified, made or passed on. */
const NOT_OF_REFERENCE =
  /^(?:(?:top )?secret|confidential|restricted|unclassified|limited official|official use|for |no |eyes only|sensitive|strictly|personal|private|plain|cosmic|nato |priority|immediate|niact|flash|nodis|exdis|drafted|prepared|written|sent|repeated|received|transmitted|printed|published|reproduced|approved|cleared|initialed|signed|attached|included|also |another |all |a |an |the |this |these |there |in |on |at |according|copies|extracts?|original)/i;

/**
 * The archive's reference in an editor's note on where a document is, without the sentences on how it
 * was classified and passed on: `Department of State, Central Files, 611.61/1–2062`.
 * @param note as printed: `Source: Department of State, Central Files, 611.61/1–2062. Secret; Priority.`
 */
export function referenceIn(note: string): string {
  const text = note.replace(/^\[(.*)\]$/s, '$1').replace(/^source:\s*/i, '');
  for (const { index } of text.matchAll(/\.\s+(?=\p{Lu})/gu)) {
    if (NOT_OF_REFERENCE.test(text.slice(index).replace(/^\.\s+/, ''))) return text.slice(0, index);
  }
  return text.replace(/(?<!\b\p{L}|\.\p{L})\.$/u, '');
}
