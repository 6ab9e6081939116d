/** What all features together need from Google. */
import type { Needs, ScopeNeed } from '../kit/needs';

type Needy = readonly { readonly needs: Needs }[];

/** Scopes of the manifest, each once. */
export const manifestScopes = (features: Needy): string[] => [
  ...new Set(features.flatMap(({ needs }) => needs.manifest.map(({ scope }) => scope))),
];

/** What an administrator delegates to the service account. */
export const delegationNeeds = (features: Needy): ScopeNeed[] =>
  features.flatMap(({ needs }) => needs.delegation);
