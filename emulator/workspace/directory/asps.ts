import { requiredParam, type ApiMethod, type ApiMethods } from '../api-method';
import { namedUser, requireMayChange } from './access';
import { etagOf } from './etag';
import { requirePrivilege } from './privileges';
import { resourceNotFound } from './refusals';

/** Nobody here has an application-specific password: programs that need one do not run in the local Workspace. */
const list: ApiMethod = (request, caller, workspace) => {
  requirePrivilege(workspace, caller, 'USER_SECURITY_ALL');
  const user = namedUser(workspace, caller, requiredParam(request, 'userKey'));
  requireMayChange(workspace, caller, 'USER_SECURITY_ALL', user);
  return { kind: 'admin#directory#aspList', etag: etagOf([]) };
};

const named: ApiMethod = (request, caller, workspace) => {
  list(request, caller, workspace);
  throw resourceNotFound('codeId');
};

export const aspMethods: ApiMethods = {
  'directory.asps.list': list,
  'directory.asps.get': named,
  'directory.asps.delete': named,
};
