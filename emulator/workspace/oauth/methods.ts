import type { ApiMethods } from '../api-method';
import { iamCredentialsMethods } from '../cloud/iam-credentials';
import { tokenInfo } from './token-info';
import { userInfo } from './user-info';

/** userinfo, tokeninfo and IAM Credentials. */
export const oauthMethods: ApiMethods = {
  'oauth2.tokeninfo': tokenInfo,
  'oauth2.userinfo.get': userInfo,
  'oauth2.userinfo.v2.me.get': userInfo,
  ...iamCredentialsMethods,
};
