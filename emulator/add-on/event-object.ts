import { offsetMs } from '../kit/zoned-time';
import type { Manifest } from '../project/manifest';

/** Where the side panel is open. */
export type AddOnHost = 'CALENDAR' | 'SHEETS';

/** What the person has open in the host. */
export interface HostContext {
  readonly host: AddOnHost;
  /** The open event; an unsaved new one has no id. */
  readonly calendar?: { readonly calendarId: string; readonly eventId?: string };
  /** The open file. */
  readonly sheets?: { readonly id: string };
}

/** What happened: which function to call, and what it receives besides the context. */
export interface AddOnEvent {
  readonly formInputs?: Readonly<Record<string, unknown>>;
  readonly parameters?: Readonly<Record<string, string>>;
}

/** What the host reveals about the open document, where the add-on may know it. */
export interface HostParts {
  readonly calendar?: object;
  readonly sheets?: object;
}

const LOCALE_SCOPE = 'https://www.googleapis.com/auth/script.locale';

/**
 * The event object of an add-on's function. The old flat fields are sent beside `commonEventObject`, as Google still does.
 *
 * @see https://developers.google.com/workspace/add-ons/concepts/event-objects
 */
export function eventObject(
  { host }: HostContext,
  { formInputs, parameters }: AddOnEvent,
  parts: HostParts,
  locale: Locale | null,
): object {
  return {
    commonEventObject: {
      platform: 'WEB',
      hostApp: host,
      ...(formInputs && { formInputs }),
      ...(parameters && { parameters }),
      ...(locale && { userLocale: locale.userLocale, timeZone: locale.timeZone }),
    },
    hostApp: host.toLowerCase(),
    clientPlatform: 'web',
    ...(parameters && { parameters }),
    ...(formInputs && flatInputs(formInputs)),
    ...(locale && { userLocale: locale.userLocale, userTimezone: locale.timeZone }),
    ...parts,
  };
}

export interface Locale {
  readonly userLocale: string;
  /** `offset` is in milliseconds. */
  readonly timeZone: { readonly id: string; readonly offset: number };
}

/** Included only when the manifest asks for it and the scope is granted. */
export function localeFor(
  { addOns }: Manifest,
  scopes: ReadonlySet<string>,
  timeZone: string,
  now: number,
): Locale | null {
  const common = addOns?.['common'] as { readonly useLocaleFromApp?: boolean } | undefined;
  if (!common?.useLocaleFromApp || !scopes.has(LOCALE_SCOPE)) return null;
  return { userLocale: 'en-US', timeZone: { id: timeZone, offset: offsetMs(now, timeZone) } };
}

interface InputValue {
  readonly stringInputs?: { readonly value: readonly string[] };
}

/** `formInputs` with lists and `formInput` with single values: deprecated, and still sent. */
function flatInputs(formInputs: Readonly<Record<string, unknown>>): object {
  const lists = Object.entries(formInputs).map(([name, input]) => {
    const { stringInputs } = input as InputValue;
    return [name, stringInputs ? [...stringInputs.value] : input] as const;
  });
  return {
    formInputs: Object.fromEntries(lists),
    formInput: Object.fromEntries(
      lists.map(([name, list]) => [name, Array.isArray(list) ? (list[0] as unknown) : list]),
    ),
  };
}
