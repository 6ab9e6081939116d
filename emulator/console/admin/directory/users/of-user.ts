import type { User } from '../resources';

/** The props of every part of a user's page. */
export interface OfUser {
  readonly account: string;
  readonly user: User;
  /** Reads the user again, after a change. */
  readonly onChanged: () => Promise<void>;
}
