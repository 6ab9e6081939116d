/** A file, folder or Editors document in somebody's My Drive. Times are milliseconds since 1970. */
export interface DriveFile {
  readonly id: string;
  name: string;
  mimeType: string;
  description?: string;
  /** The folder it is in; null for a My Drive root and for a file whose folder its owner cannot see. */
  parentId: string | null;
  /** Trashed by hand; files in a trashed folder count as trashed without it. */
  explicitlyTrashed: boolean;
  readonly createdTime: number;
  modifiedTime: number;
  /** Raised by every change of content, metadata or sharing. */
  version: number;
  /** Its position in the log of changes: where changes.list finds it. */
  changeId: number;
  lastModifyingAccountId: string;
  /** Custom properties that every application sees. */
  properties: Record<string, string>;
  /** Custom properties by the OAuth client that wrote them: no other application sees them. */
  appProperties: Record<string, Record<string, string>>;
  permissions: PermissionRecord[];
  writersCanShare: boolean;
  copyRequiresWriterPermission: boolean;
  /** Oldest first. A folder has none; an Editors document has them without content. */
  revisions: RevisionRecord[];
  /** What each person did with it, by account id. */
  perAccount: Record<string, FileOfAccount>;
  /** Fields of the File resource that are stored as sent: folderColorRgb, shortcutDetails … */
  kept: Record<string, unknown>;
}

/** One person's relation to a file. */
export interface FileOfAccount {
  starred?: boolean;
  viewedTime?: number;
  modifiedTime?: number;
  sharedTime?: number;
  sharedByAccountId?: string;
}

export type Role = 'reader' | 'commenter' | 'writer' | 'owner';

export interface PermissionRecord {
  readonly id: string;
  readonly type: 'user' | 'group' | 'domain' | 'anyone';
  role: Role;
  /** For `user`: the account, once the address has one. */
  readonly accountId?: string;
  /** For `user` and `group`: the address to which it was granted. */
  readonly emailAddress?: string;
  readonly domain?: string;
  allowFileDiscovery?: boolean;
  expirationTime?: number;
}

export interface RevisionRecord {
  readonly id: string;
  modifiedTime: number;
  readonly lastModifyingAccountId: string;
  readonly mimeType: string;
  readonly originalFilename?: string;
  /** Base64; missing for Editors documents, whose content is stored by their editor. */
  readonly content?: string;
  keepForever?: boolean;
}

/** An open notification channel. Nothing is delivered to it. */
export interface DriveChannel {
  readonly id: string;
  readonly resourceId: string;
  readonly resourceUri: string;
  readonly address: string;
  readonly token?: string;
  readonly expiration: number;
  readonly clientId: string;
  readonly accountId: string;
}

/** A file that somebody can no longer see, as changes.list reports it. */
export interface RemovalRecord {
  readonly changeId: number;
  readonly fileId: string;
  readonly at: number;
  /** Account ids; empty: for everybody. */
  readonly accountIds: readonly string[];
}

export interface DriveState {
  files: Record<string, DriveFile>;
  /** The My Drive folder by account id; created when it is first needed. */
  roots: Record<string, string>;
  /** The last position in the log of changes. */
  lastChangeId: number;
  removals: RemovalRecord[];
  /** Files that an application created or a person opened with it, by `client id account id`: `drive.file` covers them. */
  appFiles: Record<string, Record<string, true>>;
  channels: DriveChannel[];
}

export const emptyDriveState = (): DriveState => ({
  files: {},
  roots: {},
  lastChangeId: 100,
  removals: [],
  appFiles: {},
  channels: [],
});
