import type { Json } from '../api-method';
import { invalidInput } from './refusals';

/** The values that a field of the User resource may have, and the admin log's event for a change. */
export interface UserField {
  /** A list is replaced whole, and cannot be cleared by users.patch. */
  readonly list: boolean;
  readonly bytes?: number;
  readonly event?: string;
  /** The value of a user for whom it was never set. */
  readonly standard?: boolean;
}

const KB = 1024;

/**
 * The profile fields that a request may set. All others are read-only: if sent, they are ignored.
 * @see https://developers.google.com/workspace/admin/directory/reference/rest/v1/users (sizes)
 * @see https://developers.google.com/workspace/admin/reports/v1/appendix/activity/admin-user-settings (events)
 */
export const PROFILE_FIELDS: Readonly<Record<string, UserField>> = {
  addresses: { list: true, bytes: 10 * KB, event: 'CHANGE_USER_ADDRESS' },
  emails: { list: true, bytes: 10 * KB },
  externalIds: { list: true, bytes: 2 * KB, event: 'CHANGE_USER_EXTERNAL_ID' },
  gender: { list: false, bytes: KB, event: 'CHANGE_USER_GENDER' },
  ims: { list: true, bytes: 2 * KB, event: 'CHANGE_USER_IM' },
  keywords: { list: true, bytes: KB, event: 'CHANGE_USER_KEYWORD' },
  languages: { list: true, bytes: KB, event: 'CHANGE_USER_LANGUAGE' },
  locations: { list: true, bytes: 10 * KB, event: 'CHANGE_USER_LOCATION' },
  notes: { list: false },
  organizations: { list: true, bytes: 10 * KB, event: 'CHANGE_USER_ORGANIZATION' },
  phones: { list: true, bytes: KB, event: 'CHANGE_USER_PHONE_NUMBER' },
  posixAccounts: { list: true },
  relations: { list: true, bytes: 2 * KB, event: 'CHANGE_USER_RELATION' },
  sshPublicKeys: { list: true },
  websites: { list: true, bytes: 2 * KB },
  recoveryEmail: { list: false, event: 'CHANGE_RECOVERY_EMAIL' },
  recoveryPhone: { list: false, event: 'CHANGE_RECOVERY_PHONE' },
  changePasswordAtNextLogin: {
    list: false,
    event: 'CHANGE_PASSWORD_ON_NEXT_LOGIN',
    standard: false,
  },
  includeInGlobalAddressList: { list: false, standard: true },
  ipWhitelisted: { list: false, standard: false },
};

/** @throws GoogleError 400 for a value that is not a list, and for more than the field may hold. */
export function requireFits(field: string, value: Json): void {
  const { list, bytes } = PROFILE_FIELDS[field]!;
  if (list && !Array.isArray(value)) throw invalidInput(field);
  if (bytes !== undefined && Buffer.byteLength(JSON.stringify(value)) > bytes) {
    throw invalidInput(field);
  }
}
