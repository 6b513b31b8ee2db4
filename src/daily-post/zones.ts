import { getTimeZones } from '@vvo/tzdb';
import type { Choice } from '../cards/choice.ts';
import { clip, LIMITS } from '../cards/limits.ts';

type Zone = { name: string; names: readonly string[]; label: string; searched: string };

/** Zones with their cities and countries, by which people look for them. */
const readZones = (): readonly Zone[] =>
  getTimeZones({ includeUtc: true }).map((zone) => ({
    name: zone.name,
    /** Every name that the zone has, or had. */
    names: [zone.name, ...zone.group],
    label: `${zone.name} (${zone.alternativeName})`,
    searched: [zone.name, ...zone.group, zone.countryName, zone.alternativeName, ...zone.mainCities]
      .join(' ')
      .toLowerCase()
      .replaceAll('_', ' '),
  }));

let zones: readonly Zone[] | undefined;

/** Read when they are first asked for, because that takes some 50 ms. */
function allZones(): readonly Zone[] {
  zones ??= readZones();
  return zones;
}

/** Zones by name, city or country. */
export function zoneChoices(typed: string): Choice[] {
  const wanted = typed.trim().toLowerCase().replaceAll('_', ' ');
  const begins = (name: string) =>
    name
      .toLowerCase()
      .replaceAll('_', ' ')
      .split('/')
      .some((part) => part.startsWith(wanted));
  return allZones()
    .filter(({ searched }) => searched.includes(wanted))
    .sort((a, b) => Number(begins(b.name)) - Number(begins(a.name)))
    .map(({ name, label }) => ({ name: clip(label, LIMITS.choice), value: name }));
}

/**
 * The zone that is meant, as IANA names it now: by any of its names, letter case aside, or by a city or
 * country that has no other; undefined for none.
 */
export function findZone(typed: string): string | undefined {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  const named = allZones().find(({ names }) => names.some((name) => name.toLowerCase() === wanted));
  if (named) return named.name;
  const [only, ...others] = wanted ? zoneChoices(typed) : [];
  return others.length === 0 ? only?.value : undefined;
}
