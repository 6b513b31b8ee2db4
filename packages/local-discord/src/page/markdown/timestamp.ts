const STYLES: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/** The units of a distance in time, in seconds, largest first. */
const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/**
 * An instant as `<t:…>` is printed.
 * @param seconds since 1970
 * @see https://docs.discord.com/developers/reference#message-formatting-timestamp-styles
 */
export function formatTimestamp(seconds: number, style = 'f', now = Date.now()): string {
  if (style !== 'R') {
    return new Intl.DateTimeFormat('en-GB', STYLES[style] ?? STYLES.f).format(seconds * 1000);
  }
  const distance = seconds - now / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(distance) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(
    Math.round(distance / size),
    unit as Intl.RelativeTimeFormatUnit,
  );
}

/** When a message was sent: `Today at 14:05`, else with its day. */
export function formatSentAt(timestamp: string, now = new Date()): string {
  const sent = new Date(timestamp);
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }).format(sent);
  const day =
    sent.toDateString() === now.toDateString()
      ? 'Today'
      : new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(sent);
  return `${day} at ${time}`;
}
