/** A Google Cloud project: what its applications may call, and its service accounts. */
export interface CloudProject {
  /** Twelve digits. */
  readonly projectNumber: string;
  readonly projectId: string;
  readonly name: string;
  /** The organisation it belongs to, or null. */
  readonly ownerCustomerId: string | null;
  /** Enabled APIs by service name, such as `calendar-json.googleapis.com`. */
  enabledApis: string[];
  /** Organisation policy `iam.disableServiceAccountKeyCreation`. */
  keyCreationDisabled: boolean;
  serviceAccounts: Record<string, ServiceAccount>;
}

export interface ServiceAccount {
  readonly email: string;
  /** The numeric client id used for domain-wide delegation. */
  readonly uniqueId: string;
  readonly displayName: string;
  disabled: boolean;
  keys: ServiceAccountKey[];
  /** Who holds `roles/iam.serviceAccountTokenCreator` on it: addresses. */
  tokenCreators: string[];
}

export interface ServiceAccountKey {
  readonly keyId: string;
  /** PEM (SPKI). */
  readonly publicKey: string;
  readonly createdAt: number;
}

export interface CloudState {
  /** By project number. */
  projects: Record<string, CloudProject>;
}

export const emptyCloudState = (): CloudState => ({ projects: {} });
