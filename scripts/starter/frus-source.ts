/** What the line above a document says of it. */
export type FrusSource = {
  /** The archive's own reference. */
  reference: string | null;
  isTelegram: boolean;
  /** What the edition prints instead of the whole: `extract`, `translation`, `paraphrase`. */
  copies: readonly string[];
};

/** Reads `File No. 763.72/8310a`, `500.A15a3/671: Telegram` or `[Telegram.—Paraphrase.]`. */
export function readSource(line = ''): FrusSource {
  const isNote = /^\[/.test(line);
  const [, reference = '', kind = ''] =
    /^(.*?)(?:: ((?:circular )?telegram.*))?$/i.exec(line) ?? [];
  return {
    reference: !isNote && reference ? reference : null,
    isTelegram: /telegram|cablegram/i.test(isNote ? line : kind),
    copies: isNote
      ? ['extract', 'translation', 'paraphrase'].filter((word) => line.toLowerCase().includes(word))
      : [],
  };
}
