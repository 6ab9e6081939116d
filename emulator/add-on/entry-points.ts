import type { Manifest } from '../project/manifest';
import type { AddOnHost, HostContext } from './event-object';

interface Trigger {
  readonly runFunction: string;
  readonly enabled?: boolean;
}

interface HostEntry {
  readonly homepageTrigger?: Trigger;
  readonly eventOpenTrigger?: Trigger;
  readonly onFileScopeGrantedTrigger?: Trigger;
  readonly currentEventAccess?: string;
}

interface CommonEntry {
  readonly name?: string;
  readonly logoUrl?: string;
  readonly homepageTrigger?: Trigger;
  readonly openLinkUrlPrefixes?: readonly string[];
  readonly layoutProperties?: { readonly primaryColor?: string };
  readonly universalActions?: readonly UniversalAction[];
}

/** An item of the panel's own menu, above every card. */
export interface UniversalAction {
  readonly label: string;
  readonly openLink?: string;
  readonly runFunction?: string;
}

const KEYS: Readonly<Record<AddOnHost, string>> = { CALENDAR: 'calendar', SHEETS: 'sheets' };

export const commonOf = ({ addOns }: Manifest): CommonEntry =>
  (addOns?.['common'] ?? {}) as CommonEntry;

/** The manifest's entry for one host; null where the add-on is not shown. */
export const hostEntry = ({ addOns }: Manifest, host: AddOnHost): HostEntry | null =>
  (addOns?.[KEYS[host]] ?? null) as HostEntry | null;

/** The function that makes the first card, and whether it belongs to what is open. Null when there is none. */
export function openingFunction(
  manifest: Manifest,
  { host, calendar }: HostContext,
): { readonly name: string; readonly contextual: boolean } | null {
  const entry = hostEntry(manifest, host);
  if (!entry) return null;
  if (calendar && isOn(entry.eventOpenTrigger))
    return { name: entry.eventOpenTrigger.runFunction, contextual: true };
  const homepage = entry.homepageTrigger ?? commonOf(manifest).homepageTrigger;
  return isOn(homepage) ? { name: homepage.runFunction, contextual: false } : null;
}

/** Whether a trigger is declared and not switched off. */
export const isOn = (trigger: Trigger | undefined): trigger is Trigger =>
  trigger !== undefined && trigger.enabled !== false;
