/**
 * Does something that heeds a signal, for so long and until it is cancelled.
 * @throws what `late` gives if it takes too long; the reason of `cancelled`; what the action throws
 */
export async function inTime<Value>(
  ms: number,
  cancelled: AbortSignal,
  late: () => Error,
  action: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const overdue = AbortSignal.timeout(ms);
  try {
    return await action(AbortSignal.any([cancelled, overdue]));
  } catch (error) {
    throw overdue.aborted && !cancelled.aborted ? late() : error;
  }
}

/** What comes first: the value, or the signal. @throws the signal's reason */
export function until<Value>(signal: AbortSignal, value: Promise<Value>): Promise<Value> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  return Promise.race([value, aborted]).finally(() => signal.removeEventListener('abort', stop));
}
