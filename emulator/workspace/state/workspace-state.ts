import { emptyCalendarState, type CalendarState } from './calendar';
import { emptyCloudState, type CloudState } from './cloud';
import { emptyDirectoryState, type DirectoryState } from './directory';
import { emptyDriveState, type DriveState } from './drive';
import { emptyMarketplaceState, type MarketplaceState } from './marketplace';
import { emptyOAuthState, type OAuthState } from './oauth';
import { emptyReportsState, type ReportsState } from './reports';
import { emptyScriptsState, type ScriptsState } from './scripts';
import { emptySheetsState, type SheetsState } from './sheets';

/** A mail that somebody would have received. Nothing leaves this machine. */
export interface Mail {
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly htmlBody?: string;
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  readonly replyTo?: string;
  /** The sender's display name. */
  readonly senderName?: string;
  readonly attachments?: readonly MailFile[];
  readonly inlineImages?: readonly (MailFile & { readonly contentId: string })[];
  /** What sent it: `MailApp`, `calendar` (an invitation or update) … */
  readonly by: string;
}

export interface MailFile {
  readonly name: string;
  readonly contentType: string;
  readonly base64: string;
}

/** Everything a Workspace stores, as plain JSON: it can be saved, loaded, compared and reset. */
export interface WorkspaceState {
  /** Raised when the shape changes. */
  readonly version: 1;
  /** The position in the stream of random numbers. */
  random: { seed: number };
  directory: DirectoryState;
  oauth: OAuthState;
  cloud: CloudState;
  marketplace: MarketplaceState;
  calendar: CalendarState;
  reports: ReportsState;
  sheets: SheetsState;
  drive: DriveState;
  scripts: ScriptsState;
  outbox: Mail[];
}

export const emptyState = (seed: number): WorkspaceState => ({
  version: 1,
  random: { seed },
  directory: emptyDirectoryState(),
  oauth: emptyOAuthState(),
  cloud: emptyCloudState(),
  marketplace: emptyMarketplaceState(),
  calendar: emptyCalendarState(),
  reports: emptyReportsState(),
  sheets: emptySheetsState(),
  drive: emptyDriveState(),
  scripts: emptyScriptsState(),
  outbox: [],
});
