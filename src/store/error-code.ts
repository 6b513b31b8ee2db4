/** The code that a database's driver, or Node, gives an error; '' for none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
