/** What an administrator sees of how Tandem reaches people's data. */
import { shows, type Actions } from '../card/action';
import type { Failure } from '../kit/failure';
import type { ScopeNeed } from '../kit/needs';
import type { Result } from '../kit/result';
import { connectionCard } from './cards';
import type { ScopeProof } from './delegation';
import type { ServiceAccount } from './ports';

export const CONNECTION = { show: 'connection.show' } as const;

export interface ConnectionPorts {
  /** The service account without its key, or why it cannot be used. */
  account(): Result<Pick<ServiceAccount, 'email' | 'clientId' | 'keyId'>, Failure>;
  /** The scopes that the features want delegated. */
  needs(): readonly ScopeNeed[];
  /** One proof for each scope, made in the caller's own name. */
  proofs(): readonly ScopeProof[];
}

export const connectionActions = (ports: ConnectionPorts): Actions => ({
  [CONNECTION.show]: {
    for: 'operator',
    run: () =>
      shows(
        connectionCard({
          account: ports.account(),
          needs: ports.needs(),
          proofs: ports.proofs(),
        }),
      ),
  },
});
