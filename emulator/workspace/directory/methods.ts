import type { ApiMethods } from '../api-method';
import { whereApisAreAllowed } from './access';
import { aliasMethods } from './aliases';
import { aspMethods } from './asps';
import { channelMethods } from './channels';
import { customerMethods } from './customers';
import { domainMethods } from './domains';
import { groupMethods } from './groups';
import { memberMethods } from './members';
import { orgUnitMethods } from './org-units';
import { roleAssignmentMethods } from './role-assignments';
import { roleMethods } from './roles';
import { schemaMethods } from './schemas';
import { userLifecycle } from './users-lifecycle';
import { userReading } from './users-read';
import { userWriting } from './users-write';

/** The methods of this API that the local Workspace answers. */
export const directoryMethods: ApiMethods = whereApisAreAllowed({
  ...userReading,
  ...userWriting,
  ...userLifecycle,
  ...aliasMethods,
  ...groupMethods,
  ...memberMethods,
  ...orgUnitMethods,
  ...domainMethods,
  ...customerMethods,
  ...roleMethods,
  ...roleAssignmentMethods,
  ...schemaMethods,
  ...aspMethods,
  ...channelMethods,
});
