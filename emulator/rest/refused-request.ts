import { GoogleError } from '../workspace/google-error';

/** Something in a request that a transcoding front end refuses, and where it is. */
export interface Violation {
  /** In protocol buffer notation: `requests[0].update_cells.range`; none at the root. */
  readonly field?: string;
  readonly description: string;
  readonly kind: 'unknown-name' | 'value';
}

export const unknownName = (name: string, field: string, why: string): Violation => ({
  ...(field && { field }),
  description: `Invalid JSON payload received. Unknown name "${name}"${field && ` at '${field}'`}: ${why}`,
  kind: 'unknown-name',
});

/** @param type such as `TYPE_INT32`, or a message's full type name. */
export const wrongValue = (field: string, type: string, value: string): Violation => ({
  ...(field && { field }),
  description: `Invalid value${field && ` at '${field}'`} (${type}), ${value}`,
  kind: 'value',
});

/** Everything that a transcoding front end found wrong, in one 400: one line each. */
export function refused(violations: readonly Violation[]): GoogleError {
  const onlyValues = violations.every(({ kind }) => kind === 'value');
  return new GoogleError(
    400,
    onlyValues ? 'invalid' : 'badRequest',
    violations.map(({ description }) => description).join('\n'),
    {
      ...(onlyValues && { domain: null }),
      status: 'INVALID_ARGUMENT',
      fieldViolations: violations.map(({ field, description }) => ({
        ...(field !== undefined && { field }),
        description,
      })),
    },
  );
}

/** 400 `invalidParameter` about one query parameter: how front ends refuse a value out of bounds. */
export const invalidParameter = (location: string, message: string): GoogleError =>
  new GoogleError(400, 'invalidParameter', message, { locationType: 'parameter', location });

/** A body that is not JSON, in a classic front end's words. */
export const parseError = (): GoogleError => new GoogleError(400, 'parseError', 'Parse Error');

/** A body that is not JSON, in a transcoding front end's words, with the text around the place. */
export function invalidPayload(text: string, error: unknown): GoogleError {
  const at = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? text.length);
  const from = Math.max(0, at - 20);
  const excerpt = text.slice(from, at + 20);
  const why = at >= text.length ? 'Unexpected end of string.' : 'Unexpected token.';
  const message = `Invalid JSON payload received. ${why}\n${excerpt}\n${' '.repeat(at - from)}^`;
  return new GoogleError(400, 'badRequest', message, { status: 'INVALID_ARGUMENT' });
}

/** `updateCells` → `update_cells`: a field's name in its protocol buffer. */
export const protoName = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** How a value is quoted back. */
export const quoted = (value: unknown): string =>
  typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
