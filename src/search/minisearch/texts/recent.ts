/** The same function, which remembers what it gave last for some texts. */
export function createRecent<Value>(
  most: number,
  read: (text: string) => Value,
): (text: string) => Value {
  const recent = new Map<string, Value>();
  return (text) => {
    const value = recent.get(text) ?? read(text);
    recent.delete(text);
    recent.set(text, value);
    for (const oldest of recent.keys()) {
      if (recent.size <= most) break;
      recent.delete(oldest);
    }
    return value;
  };
}
