import { createHash, sign as signed } from 'node:crypto';
import { privatePem } from '../../emulator/workspace/cloud/keys';
import { answerTokenRequest } from '../../emulator/workspace/oauth/token-endpoint';
import type { Signing } from '../../src/connection/assertion';
import type { ServiceAccount, TokenEndpoint } from '../../src/connection/ports';
import { ok } from '../../src/kit/result';
import {
  aKey,
  delegatedCompany,
  JWT_BEARER,
  type DelegatedCompany,
} from '../emulator/oauth/delegated-company';

export const base64Url = (text: string): string => Buffer.from(text).toString('base64url');
export const sign = (text: string, key: string): string =>
  signed('sha256', Buffer.from(text), key).toString('base64url');
export const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Google's file of the service account of a company, as JSON. */
export const keyFile = ({ account, keyId }: DelegatedCompany): Record<string, string> => ({
  type: 'service_account',
  project_id: 'sync',
  private_key_id: keyId,
  private_key: privatePem(aKey()),
  client_email: account.email,
  client_id: account.uniqueId,
  token_uri: 'https://evil.example/token',
});

/** A company whose token endpoint Tandem asks, and what was asked: the number of tokens of each call. */
export function connectedCompany() {
  const company = delegatedCompany();
  const { account, keyId, workspace } = company;
  const calls: number[] = [];
  const endpoint: TokenEndpoint = (_uri, assertions) => {
    calls.push(assertions.length);
    return assertions.map((assertion) => {
      const { status, body } = answerTokenRequest(workspace, { grant_type: JWT_BEARER, assertion });
      return ok({ status, body: JSON.stringify(body) });
    });
  };
  const robot: ServiceAccount = {
    email: account.email,
    clientId: account.uniqueId,
    keyId,
    sentKeyId: keyId,
    privateKey: privatePem(aKey()),
    tokenUri: 'https://oauth2.googleapis.com/token',
  };
  const clock = { now: () => workspace.clock.now() };
  const signing: Signing = { account: robot, sign, signAtGoogle: () => [], base64Url, clock };
  return { company, workspace, calls, endpoint, robot, signing };
}
