import {
  apiMethodDescriptions,
  DOCUMENTS,
  type ApiMethodDescription,
  type ApiName,
} from '../discovery/discovery';

/** The method behind an address, with its path parameters decoded. */
export interface Route {
  readonly method: ApiMethodDescription;
  readonly pathParams: Readonly<Record<string, string>>;
}

interface Template {
  readonly method: ApiMethodDescription;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

/** By HTTP method and the first two letters of the path, most literal first. */
const templates = new Map<string, Template[]>();

const bucketOf = (httpMethod: string, path: string): string => `${httpMethod} ${path.slice(0, 2)}`;

for (const method of apiMethodDescriptions()) {
  const path = DOCUMENTS[method.api].servicePath + method.path;
  const bucket = bucketOf(method.httpMethod, path);
  templates.set(bucket, [...(templates.get(bucket) ?? []), toTemplate(method, path)]);
}
for (const bucket of templates.values()) bucket.sort((a, b) => a.names.length - b.names.length);

function toTemplate(method: ApiMethodDescription, path: string): Template {
  const names: string[] = [];
  const source = path
    .split(/(\{\+?[^}]+\})/)
    .map((part) => {
      const [, plus, name] = /^\{(\+?)([^}]+)\}$/.exec(part) ?? [];
      if (name === undefined) return part.replace(/[.+*?^$()|[\]\\]/g, '\\$&');
      names.push(name);
      return plus ? '(.+)' : '([^/]+)';
    })
    .join('');
  return { method, names, pattern: new RegExp(`^${source}$`) };
}

/**
 * The method behind an address; undefined when no API has one there.
 *
 * @param path still percent-encoded, without the leading slash.
 * @param apis the APIs of the host; null for all.
 */
export function findRoute(
  httpMethod: string,
  path: string,
  apis: readonly ApiName[] | null,
): Route | undefined {
  for (const { method, pattern, names } of templates.get(bucketOf(httpMethod, path)) ?? []) {
    const match = apis === null || apis.includes(method.api) ? pattern.exec(path) : null;
    if (!match) continue;
    const values = names.map((name, index) => [name, decode(match[index + 1]!)] as const);
    if (values.every(([name, value]) => fits(method, name, value)))
      return { method, pathParams: Object.fromEntries(values) };
  }
  return undefined;
}

/** `{+name}` may contain slashes; the parameter's pattern then decides which addresses are meant. */
function fits({ parameters }: ApiMethodDescription, name: string, value: string): boolean {
  const pattern = parameters[name]?.pattern;
  return !pattern?.startsWith('^') || new RegExp(pattern).test(value);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The first parts of the addresses of the emulated APIs, such as `calendar/v3`. */
const PREFIXES: readonly (readonly [prefix: string, api: ApiName])[] = [
  ['calendar/v3/', 'calendar'],
  ['drive/v3/', 'drive'],
  ['admin/directory/', 'directory'],
  ['admin/reports/', 'reports'],
  ['v4/spreadsheets', 'sheets'],
  ['v1/projects/-/serviceAccounts/', 'iamcredentials'],
  ['v1/projects', 'script'],
  ['v1/scripts', 'script'],
  ['v1/processes', 'script'],
  ['appsmarket/v2/', 'appsmarket'],
  ['oauth2/v2/', 'oauth2'],
];

/** The API that an address without a method would belong to. */
export const apiOfPath = (path: string): ApiName | undefined =>
  PREFIXES.find(([prefix]) => path.startsWith(prefix))?.[1];
