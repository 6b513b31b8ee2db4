/**
 * Why a source could not be followed this time, as a sentence or two for whoever looks after it. Its
 * documents stay as they are. It holds no keys, and no queries of addresses, which may hold some.
 */
export class SourceFailure extends Error {
  override name = 'SourceFailure';
}
