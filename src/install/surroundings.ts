import type { CardSection } from '../card/card-json';
import type { Environment } from './environment';
import type { ScopeProof } from './ports';

export interface Step {
  readonly text: string;
  readonly action: string;
  readonly isDone: boolean;
}

/** What the installation's cards show that comes from elsewhere. */
export interface Surroundings {
  nowMs(): number;
  /** Address of the Admin page; null where none is deployed. */
  readonly adminPage: string | null;
  /** Tandem's listing in the Google Workspace Marketplace. */
  readonly marketplace: string;
  /** Where the caller allows what is missing; null when Google would not ask. */
  authorization(): string | null;
  /** What to paste into domain-wide delegation, and how each scope stands. */
  delegation(proofs: readonly ScopeProof[]): readonly CardSection[];
  /** Which environment of the work system the caller's organization is connected to. */
  environment(): Environment;
  /** The client ID by which that environment reaches people's data; null where there is none. */
  clientId(): string | null;
  /** The action that asks how to disconnect. */
  readonly leave: string;
  /** Where a feature shows more of itself; null where it has no place. */
  placeOf(feature: string): { readonly text: string; readonly action: string } | null;
  /** What an administrator does once after finalizing, in order (H16). */
  steps(): readonly Step[];
  /** Where to go once all is set up, the people first (H16). */
  readonly next: readonly { readonly text: string; readonly action: string }[];
}
