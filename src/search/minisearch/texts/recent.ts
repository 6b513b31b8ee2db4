/**
 * The same function, which remembers what it gave last for some texts.
 * @param most how much is remembered, by the sizes of what is given; without sizes, how many values
 */
export function createRecent<Value>(
  most: number,
  read: (text: string) => Value,
  sizeOf: (value: Value) => number = () => 1,
): (text: string) => Value {
  const recent = new Map<string, { value: Value; size: number }>();
  let sum = 0;
  return (text) => {
    let known = recent.get(text);
    if (known) recent.delete(text);
    else {
      const value = read(text);
      known = { value, size: sizeOf(value) };
      sum += known.size;
    }
    recent.set(text, known);
    for (const [oldest, { size }] of recent) {
      if (sum <= most) break;
      recent.delete(oldest);
      sum -= size;
    }
    return known.value;
  };
}
