import { admin } from '../../shell/workspace-client';
import type { DescribedScope } from './scope-list';

/** A client that may act for everybody in the organization. */
export interface DelegatedClient {
  readonly clientId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly allows: readonly DescribedScope[];
  readonly changedAt: string;
  /** How many of the organization's users see the last change. */
  readonly arrival: { readonly users: number; readonly of: number };
}

export const delegatedClients = async (account: string): Promise<readonly DelegatedClient[]> =>
  (await admin<{ clients: readonly DelegatedClient[] }>(account, 'delegation.list')).clients;
