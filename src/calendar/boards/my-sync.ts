/** A person's own switch, in their user properties: what they decided, whatever the runner has done about it since. */
import { array, nullable, number, object, optional, picklist, string } from 'valibot';
import { decoderOf } from '../../kit/decoder';
import { slot, type Slot } from '../../kit/slot';
import type { StringStore } from '../../kit/string-store';
import { ownRulesForm, type OwnRules } from '../entry/own-choices';
import type { CalendarSettings } from '../settings';

/** Goes up when the text that people agree to changes. */
export const CONSENT_VERSION = 1;

export interface MySync {
  readonly state: 'on' | 'off';
  readonly since: string;
  readonly consentVersion: number;
  /** Decides only what a homepage offers; every action of an administrator checks the role anew. */
  readonly role: 'person' | 'admin';
  /** The choice for private events that they have been told about; null when unknown. */
  readonly privateEvents: CalendarSettings['privateEvents'] | null;
  /** The administrator who turned it on for them; absent where they did so themself. */
  readonly connectedBy?: string | undefined;
}

const schema = object({
  state: picklist(['on', 'off']),
  since: string(),
  consentVersion: number(),
  role: picklist(['person', 'admin']),
  privateEvents: optional(nullable(picklist(['full', 'busy', 'leave-out'])), null),
  connectedBy: optional(string()),
});

export const mySync = (userProperties: StringStore): Slot<MySync> =>
  slot(userProperties, {
    key: 'calendar.my-sync',
    version: 1,
    decode: decoderOf<MySync>(schema),
  });

/** The events that the person does not want synced, for their own card: the runner has its own record of it. */
export const myLeftOut = (userProperties: StringStore): Slot<readonly string[]> =>
  slot(userProperties, {
    key: 'calendar.left-out',
    version: 1,
    decode: decoderOf<readonly string[]>(array(string())),
  });

/** What they chose for everything that is synced, likewise. */
export const myRules = (userProperties: StringStore): Slot<OwnRules> =>
  slot(userProperties, {
    key: 'calendar.rules',
    version: 1,
    decode: decoderOf<OwnRules>(ownRulesForm),
  });
