import { BASE36, DIGITS } from '../../kit/random';
import type { Workspace } from '../workspace';

/** A user id: 21 digits, beginning with 1. */
export const newUserId = ({ random }: Workspace): string => `1${random.text(20, DIGITS)}`;

/** A group id in Google's form. */
export const newGroupId = ({ random }: Workspace): string => `0${random.text(14, BASE36)}`;

/** An org unit id with its `id:` prefix. */
export const newOrgUnitId = ({ random }: Workspace): string => `id:0${random.text(13, BASE36)}`;

/** The number of a role or role assignment: a decimal string of 17 digits. */
export const newNumericId = ({ random }: Workspace): string => `1${random.text(16, DIGITS)}`;

/** The id of a schema or of one of its fields. */
export const newSchemaId = ({ random }: Workspace): string => `${random.text(22, BASE36)}==`;
