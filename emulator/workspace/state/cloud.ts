/** A Google Cloud project: the APIs that its applications may call, and its service accounts. */
export interface CloudProject {
  /** Twelve digits. */
  readonly projectNumber: string;
  readonly projectId: string;
  readonly name: string;
  /** The organization it belongs to, or null. */
  readonly ownerCustomerId: string | null;
  /** Enabled APIs by service name, such as `calendar-json.googleapis.com`. */
  enabledApis: string[];
  /** Organization policy `iam.disableServiceAccountKeyCreation`. */
  keyCreationDisabled: boolean;
  /** Who may change it, besides the super administrators of its organization: addresses. */
  owners?: string[];
  /** By unique id. */
  serviceAccounts: Record<string, ServiceAccount>;
}

export interface ServiceAccount {
  readonly email: string;
  /** The numeric client id used for domain-wide delegation. */
  readonly uniqueId: string;
  readonly displayName: string;
  disabled: boolean;
  /** Set once it is deleted: Google remembers the client id for 30 days. */
  deletedAt?: number;
  keys: ServiceAccountKey[];
  /** Who holds `roles/iam.serviceAccountTokenCreator` on it: addresses. */
  tokenCreators: string[];
}

export interface ServiceAccountKey {
  readonly keyId: string;
  /** PEM (SPKI). */
  readonly publicKey: string;
  readonly createdAt: number;
  /** Created by Google for signJwt and the like; never downloadable. A user's own when left out. */
  readonly managedBy?: 'google';
  disabled?: boolean;
}

export interface CloudState {
  /** By project number. */
  projects: Record<string, CloudProject>;
  /** Organizations (customer ids) whose new projects start with `iam.disableServiceAccountKeyCreation` enforced. */
  keyCreationDisabledFor: string[];
}

export const emptyCloudState = (): CloudState => ({ projects: {}, keyCreationDisabledFor: [] });
