import type { ApiMethods } from '../api-method';

/** userinfo, tokeninfo and IAM Credentials. */
export const oauthMethods: ApiMethods = {};
