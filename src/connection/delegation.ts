import type { Failure } from '../kit/failure';
import type { ScopeNeed } from '../kit/needs';
import { fail, ok, type Result } from '../kit/result';
import type { Signing } from './assertion';
import { mint, type TokenParts } from './tokens';

/** Whether one scope is delegated: `ok` with the evidence. */
export interface ScopeProof {
  readonly scope: string;
  readonly proof: Result<string, Failure>;
}

/**
 * Asks for a token for each scope in a person's name, in one call and past the cache, so that it proves what is delegated now
 * (I7, TB8). If some scopes are delegated, the others fail with `scope-not-delegated`; if none is, all fail with
 * `unauthorized-client` or `delegation-mismatch`.
 */
export function delegationProofs(
  parts: Signing & Pick<TokenParts, 'endpoint'>,
  subject: string,
  scopes: readonly string[],
): readonly ScopeProof[] {
  const tokens = mint(
    parts,
    scopes.map((scope) => ({ subject, scopes: [scope] })),
  );
  const isKnown = tokens.some((token) => token.ok);
  return scopes.map((scope, index) => {
    const token = tokens[index]!;
    if (token.ok) return { scope, proof: ok(`Google gave a token for ${subject}.`) };
    const { kind } = token.failure;
    const isMissing = isKnown && (kind === 'unauthorized-client' || kind === 'delegation-mismatch');
    return {
      scope,
      proof: fail<Failure>(isMissing ? { kind: 'scope-not-delegated', scope } : token.failure),
    };
  });
}

/** Every scope once, in the order of the needs, in the form that the Admin console accepts: with commas and no spaces (I6, TB7). */
export const scopeLine = (needs: readonly ScopeNeed[]): string =>
  [...new Set(needs.map(({ scope }) => scope))].join(',');
