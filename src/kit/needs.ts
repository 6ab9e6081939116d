/** A permission that a feature asks for, with the reason an administrator reads. */
export interface ScopeNeed {
  /** The full scope URL. */
  readonly scope: string;
  /** What for, in plain words. */
  readonly reason: string;
}

/** What a feature needs from Google. */
export interface Needs {
  /** Scopes in the manifest: everyone who uses the add-on is asked for them. */
  readonly manifest: readonly ScopeNeed[];
  /** Scopes an administrator delegates to the service account, while the feature is switched on. */
  readonly delegation: readonly ScopeNeed[];
}
