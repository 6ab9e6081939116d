import { control } from './workspace-client';

/** An account that this browser can be signed in to. */
export interface Account {
  readonly email: string;
  readonly name: string;
  /** The organization, or null for a consumer account. */
  readonly company: string | null;
  readonly superAdmin: boolean;
  readonly admin: boolean;
}

let known: Promise<readonly Account[]> | null = null;

/** Everybody in this Workspace, super admins of the first company first. */
export const accounts = (): Promise<readonly Account[]> =>
  (known ??= control<{ accounts: readonly Account[] }>('accounts').then(
    (answer) => answer.accounts,
  ));

/** Call this when people were added or renamed. */
export const forgetAccounts = (): void => void (known = null);
