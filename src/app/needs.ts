/** What all features need of Google, together. */
import { auditNeeds } from '../audit/needs';
import { calendarNeeds } from '../calendar/needs';
import { directoryNeeds } from '../directory/needs';
import { installNeeds } from '../install/needs';
import type { Needs, ScopeNeed } from '../kit/needs';

/** In the order in which an administrator meets them. */
export const NEEDS: readonly Needs[] = [installNeeds, directoryNeeds, calendarNeeds, auditNeeds];

/** Scopes of the manifest, each once. */
export const manifestScopes = (): string[] => [
  ...new Set(NEEDS.flatMap(({ manifest }) => manifest.map(({ scope }) => scope))),
];

/** What an administrator delegates to the service account. */
export const delegationNeeds = (): ScopeNeed[] => NEEDS.flatMap(({ delegation }) => delegation);
