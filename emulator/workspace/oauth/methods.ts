import type { ApiMethods } from '../api-method';
import { whereApisAreAllowed } from '../directory/access';
import { iamCredentialsMethods } from './iam-credentials';
import { tokenMethods } from './directory-tokens';
import { tokenInfo } from './token-info';
import { userInfo } from './user-info';

/** userinfo, tokeninfo, IAM Credentials, and the tokens of a user that the Directory API lists. */
export const oauthMethods: ApiMethods = {
  'oauth2.tokeninfo': tokenInfo,
  'oauth2.userinfo.get': userInfo,
  'oauth2.userinfo.v2.me.get': userInfo,
  ...iamCredentialsMethods,
  ...whereApisAreAllowed(tokenMethods),
};
