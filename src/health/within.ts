/** Waits for work that may hang, and gives `instead` after a time. @throws what the work throws */
export async function within<Value, Instead>(
  work: Promise<Value>,
  ms: number,
  instead: Instead,
): Promise<Value | Instead> {
  const { promise: late, resolve } = Promise.withResolvers<Instead>();
  const timer = setTimeout(() => resolve(instead), ms);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
