import { isoInstant } from '../../kit/clock';
import type { Caller } from '../caller';
import { findPrincipal } from '../directory/accounts';
import type { Workspace } from '../workspace';
import { isAllDay } from './event-time';
import type { EventCore, SharedFields } from '../state/calendar';
import { inZone } from './time-zones';
import { flagParam, textParam, type ApiRequest } from '../api-method';

/** Who is notified of a change: everybody, only people without Google Calendar, or nobody. */
export type SendUpdates = 'all' | 'externalOnly' | 'none';

const SUBJECTS = {
  invitation: 'Invitation',
  update: 'Updated invitation',
  cancellation: 'Canceled event',
  accepted: 'Accepted',
  declined: 'Declined',
  tentative: 'Tentatively Accepted',
} as const;
export type MailKind = keyof typeof SUBJECTS;

/**
 * Who is notified when a request does not say. Google's pages say nobody; people report that changes and deletions did mail
 * while insertions did not. @see https://github.com/calcom/cal.diy/pull/30113
 */
export function sendUpdatesOf(request: ApiRequest, { settings }: Workspace): SendUpdates {
  const said = textParam(request, 'sendUpdates');
  if (said !== undefined) return said as SendUpdates;
  if (request.params.sendNotifications !== undefined)
    return flagParam(request, 'sendNotifications') ? 'all' : 'none';
  const changes = /\.(update|patch|delete)$/.test(request.methodId);
  return changes && settings.calendarMailUnasked === 'as-reported' ? 'all' : 'none';
}

/** One mail to each address except the actor's. Nothing leaves this machine: mails stay in the outbox. */
export function mailGuests(
  workspace: Workspace,
  caller: Caller,
  mail: {
    readonly kind: MailKind;
    readonly sendUpdates: SendUpdates;
    readonly core: EventCore;
    readonly shared: SharedFields;
    readonly from: string;
    readonly to: readonly string[];
  },
): void {
  if (mail.sendUpdates === 'none') return;
  const { directory } = workspace.state;
  for (const address of mail.to) {
    const known = findPrincipal(directory, address);
    if (known && mail.sendUpdates === 'externalOnly') continue;
    if (address === caller.principal.email || isSame(known, caller)) continue;
    const title = mail.shared.plain.summary ?? '(No title)';
    workspace.state.outbox.push({
      at: isoInstant(workspace.clock.now()),
      from: mail.from,
      to: [address],
      subject: `${SUBJECTS[mail.kind]}: ${title as string} @ ${when(mail.shared)}`,
      body: `${title as string}\n${when(mail.shared)}\nOrganizer: ${mail.core.organizer.email}\n`,
      by: 'calendar',
    });
  }
}

const isSame = (known: ReturnType<typeof findPrincipal>, { principal }: Caller): boolean =>
  principal.kind === 'user' && known?.userId === principal.userId;

const when = ({ start }: SharedFields): string =>
  isAllDay(start) ? start.date : inZone(start.timeZone ?? 'UTC', start.at);
