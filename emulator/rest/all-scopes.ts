import { apiMethodDescriptions } from '../discovery/discovery';

let scopes: readonly string[] | undefined;

/** Every scope that some method of the emulated APIs accepts. */
export const allScopes = (): readonly string[] =>
  (scopes ??= [...new Set([...apiMethodDescriptions()].flatMap(({ scopes }) => scopes))].sort());
