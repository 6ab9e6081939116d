import ICAL from 'ical.js';
import { findIana, WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { dateMs } from '../../workspace/calendar/event-time';
import { instantOf, isTimeZone } from '../../workspace/calendar/time-zones';
import type { Component } from './components';
import { jCalOf } from './jcal';
import { completeDefinition } from './zone-definition';

/** A zone that a file names: one from the tz database, or the file's own rules for it. */
export type Zone =
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'rules'; readonly rules: ICAL.Timezone };

/** Resolves a file's TZIDs. */
export class Zones {
  private readonly definitions = new Map<string, ICAL.Component>();
  private readonly known = new Map<string, Zone | null>();

  /**
   * @param floating the zone of times that name none.
   */
  constructor(
    definitions: readonly Component[],
    readonly floating: string,
  ) {
    for (const { lines, problem } of definitions) if (problem === undefined) this.define(lines);
  }

  /**
   * An IANA name, also after a program's own prefix; Windows' name for one; the zone whose clocks the file's VTIMEZONE
   * follows; else the VTIMEZONE itself. Null when the file does not define it.
   */
  of(tzid: string): Zone | null {
    const known = this.known.get(tzid);
    if (known !== undefined) return known;
    const zone = this.find(tzid);
    this.known.set(tzid, zone);
    return zone;
  }

  /** A definition that cannot be read is ignored. */
  private define(written: readonly string[]): void {
    const lines = completeDefinition(written);
    if (!lines) return;
    try {
      const component = new ICAL.Component(jCalOf(lines));
      const tzid = component.getFirstPropertyValue('tzid');
      if (tzid !== null && tzid !== undefined) this.definitions.set(String(tzid), component);
    } catch {
      return;
    }
  }

  private find(tzid: string): Zone | null {
    const definition = this.definitions.get(tzid);
    const location = definition?.getFirstPropertyValue('x-lic-location');
    const name = namedZone(tzid) ?? (location ? namedZone(String(location)) : undefined);
    if (name !== undefined) return { kind: 'named', name };
    if (!definition) return null;
    const rules = new ICAL.Timezone(definition);
    const alike = [this.floating, ...COMMON_ZONES].find((zone) => followsRules(zone, rules));
    return alike === undefined ? { kind: 'rules', rules } : { kind: 'named', name: alike };
  }
}

/** The best-known zone for each Windows zone. */
const COMMON_ZONES = WINDOWS_TO_IANA_MAP.filter(({ territory }) => territory === '001').map(
  ({ iana }): string => iana[0],
);

/** The IANA zone that a name means by itself: `Europe/Oslo`, `/a.program/Europe/Oslo`, `W. Europe Standard Time`. */
export function namedZone(name: string): string | undefined {
  const parts = name.replace(/^"|"$/g, '').split('/').filter(Boolean);
  const tails = parts.map((_, index) => parts.slice(index).join('/'));
  return [...tails, findIana(parts.join('/'))[0] ?? ''].find((tail) => isTimeZone(tail));
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** Two years, by whose weeks zones are told apart: rules in files are seldom newer. */
const SAMPLES = Array.from({ length: 105 }, (_, week) => dateMs('2024-01-03') + week * WEEK_MS);

const followsRules = (zone: string, rules: ICAL.Timezone): boolean =>
  SAMPLES.every((wall) => instantOf(zone, wall) === instantUnder(rules, wall));

/** The instant at which clocks under a file's own rules show a wall time (milliseconds as if it were UTC). */
export function instantUnder(rules: ICAL.Timezone, wall: number): number {
  const [year, month, day, hour, minute, second] = new Date(wall)
    .toISOString()
    .split(/\D/)
    .map(Number) as [number, number, number, number, number, number];
  const time = ICAL.Time.fromData({ year, month, day, hour, minute, second });
  return wall - rules.utcOffset(time) * 1000;
}
