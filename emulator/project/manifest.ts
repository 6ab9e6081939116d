import { schemaProblems, type SchemaProblem } from '../kit/schema';
import { MANIFEST_SCHEMA } from './manifest-schema';
import type { LibraryUse } from './library';
import { ProjectError } from './project-error';

/** appsscript.json, as far as the local Workspace reads it. @see https://developers.google.com/apps-script/manifest */
export interface Manifest {
  readonly timeZone: string;
  readonly runtimeVersion?: string;
  readonly exceptionLogging?: string;
  /** Full scope URLs; null where the manifest lists none, and Apps Script derives them from the code. */
  readonly oauthScopes: readonly string[] | null;
  readonly urlFetchWhitelist?: readonly string[];
  readonly dependencies?: {
    readonly enabledAdvancedServices?: readonly {
      readonly userSymbol: string;
      readonly serviceId: string;
      readonly version: string;
    }[];
    readonly libraries?: readonly LibraryUse[];
  };
  readonly webapp?: { readonly access: string; readonly executeAs: string };
  readonly addOns?: Readonly<Record<string, unknown>>;
}

/**
 * Parses a manifest. Manifests of add-ons that have long been live hold keys and values that Google's pages no longer
 * have, or never had: those are told, not refused, and parts of a form that cannot be read are left out.
 *
 * @throws ProjectError for text that is no JSON object.
 */
export function readManifest(source: string): {
  readonly manifest: Manifest;
  /** One sentence each, with the place. */
  readonly problems: readonly string[];
} {
  let written: unknown;
  try {
    written = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new ProjectError(`appsscript.json is not JSON: ${(error as Error).message}`);
  }
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    throw new ProjectError('appsscript.json is not a JSON object.');
  const problems = manifestProblems(written);
  const readable = withoutUnreadable(written);
  const timeZone = isTimeZone(String(readable.timeZone)) ? readable.timeZone : 'Etc/UTC';
  return { manifest: { oauthScopes: null, ...readable, timeZone } as Manifest, problems };
}

/** Without the parts that have another type than Google's, and entries that lack what makes them useful. */
function withoutUnreadable(written: object): Partial<Manifest> & { timeZone?: string } {
  const copy = structuredClone(written);
  const unreadable = schemaProblems(MANIFEST_SCHEMA, copy).filter(
    ({ keyword, path }) =>
      keyword === 'type' ||
      (keyword === 'required' && /^(dependencies|webapp)$/.test(path[0] ?? '')),
  );
  for (const { path } of unreadable) remove(copy, path);
  return (withoutHoles(copy) ?? {}) as Partial<Manifest>;
}

function remove(value: object, path: readonly string[]): void {
  const [key, ...rest] = path;
  if (key === undefined || !Object.hasOwn(value, key)) return;
  const fields = value as Record<string, object | undefined>;
  if (rest.length === 0) fields[key] = undefined;
  else if (fields[key]) remove(fields[key], rest);
}

function withoutHoles(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => one !== undefined).map(withoutHoles);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(kept.map(([key, field]) => [key, withoutHoles(field)]));
}

/** What Google's pages do not have in a manifest: one sentence each, with the place; empty when all is well. */
export function manifestProblems(manifest: unknown): readonly string[] {
  const problems = [...new Set(schemaProblems(MANIFEST_SCHEMA, manifest).map(sentence))];
  return [...problems, ...(problems.length === 0 ? contradictions(manifest as Manifest) : [])];
}

function sentence({ keyword, path, says, data }: SchemaProblem): string {
  const place = path.join('.') || 'the manifest';
  const field = [...path, String(says)].join('.');
  switch (keyword) {
    case 'additionalProperties':
      return `${field} is not a key that Google allows there.`;
    case 'required':
      return `${field} is missing.`;
    case 'enum':
      return `${place} is ${JSON.stringify(data)}; it can be ${(says as string[]).join(', ')}.`;
    case 'type':
      return `${place} must be of type ${String(says)}.`;
    default:
      return `${place} is ${JSON.stringify(data)}, which Google does not accept there.`;
  }
}

/** Problems that no schema can express: parts of a manifest that contradict each other. */
function contradictions(manifest: Manifest): string[] {
  const problems: string[] = [];
  if (!isTimeZone(manifest.timeZone))
    problems.push(`timeZone ${manifest.timeZone} is not a time zone.`);
  const scopes = new Set(manifest.oauthScopes ?? []);
  const calendar = manifest.addOns?.['calendar'] as { currentEventAccess?: string } | undefined;
  const access = calendar?.currentEventAccess;
  const needs = (right: string, suffix: string) => {
    const scope = `https://www.googleapis.com/auth/calendar.addons.${suffix}`;
    if (manifest.oauthScopes && access?.includes(right) && !scopes.has(scope))
      problems.push(`addOns.calendar.currentEventAccess ${access} needs the scope ${scope}.`);
  };
  needs('READ', 'current.event.read');
  needs('WRITE', 'current.event.write');
  const symbols = manifest.dependencies?.enabledAdvancedServices?.map(
    ({ userSymbol }) => userSymbol,
  );
  if (symbols && new Set(symbols).size < symbols.length)
    problems.push('dependencies.enabledAdvancedServices gives two services the same userSymbol.');
  return problems;
}

function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone });
    return true;
  } catch {
    return false;
  }
}
