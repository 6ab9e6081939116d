import type { Caller } from './caller';
import type { JsonObject } from './json';
import type { Workspace } from './workspace';

export type { Json, JsonObject } from './json';

/**
 * Path and query parameters by name, already of the type Discovery gives them: numbers for int32, booleans for boolean,
 * arrays for repeated ones, strings for the rest (int64 and date-time too). Discovery's defaults are filled in.
 */
export interface Params {
  readonly [name: string]: string | number | boolean | readonly string[] | undefined;
}

/** One call of a method, already checked against Discovery: known parameters, required ones present, a valid body. */
export interface ApiRequest {
  readonly methodId: string;
  readonly params: Params;
  /** The request resource; null where the method has none or none was sent. */
  readonly body: JsonObject | null;
  readonly ifMatch?: string;
  readonly ifNoneMatch?: string;
  /** Uploaded bytes, where the method supports media upload. */
  readonly media?: { readonly contentType: string; readonly bytes: Uint8Array };
}

/** An answer that is bytes, not JSON (`alt=media`, exports). */
export class MediaAnswer {
  constructor(
    readonly contentType: string,
    readonly bytes: Uint8Array,
  ) {}
}

/** The answer: a JSON resource; undefined where Google answers 204 with no body; or bytes. */
export type ApiAnswer = object | undefined | MediaAnswer;

/**
 * One method of a Google API over the company's data. Reads and writes `workspace.state`; throws GoogleError to refuse.
 * The caller is already authenticated, has the scopes and has quota left: all that remains to decide here is what
 * this person may do to this resource.
 */
export type ApiMethod = (request: ApiRequest, caller: Caller, workspace: Workspace) => ApiAnswer;

/** Methods by Discovery id, such as `calendar.events.list`. */
export type ApiMethods = Readonly<Record<string, ApiMethod>>;

/** A string parameter, or undefined. */
export const textParam = ({ params }: ApiRequest, name: string): string | undefined => {
  const value = params[name];
  return typeof value === 'string' ? value : undefined;
};

/** A string parameter that Discovery requires. */
export const requiredParam = (request: ApiRequest, name: string): string => {
  const value = textParam(request, name);
  if (value === undefined) throw new Error(`${request.methodId} was called without ${name}.`);
  return value;
};

/** A number parameter, or undefined. */
export const numberParam = ({ params }: ApiRequest, name: string): number | undefined => {
  const value = params[name];
  return typeof value === 'number' ? value : undefined;
};

/** A boolean parameter; false when absent. */
export const flagParam = ({ params }: ApiRequest, name: string): boolean => params[name] === true;

/** A repeated parameter; empty when absent. */
export const listParam = ({ params }: ApiRequest, name: string): readonly string[] => {
  const value = params[name];
  return Array.isArray(value) ? value : [];
};
