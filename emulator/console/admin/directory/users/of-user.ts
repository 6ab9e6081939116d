import type { User } from '../resources';

/** What every part of a user's page works on. */
export interface OfUser {
  readonly account: string;
  readonly user: User;
  /** Reads the user again, after something was changed. */
  readonly changed: () => Promise<void>;
}
