/** What Apps Script has and `@types/google-apps-script` lacks. */
declare namespace GoogleAppsScript {
  namespace Script {
    interface AuthorizationInfo {
      /** @see https://developers.google.com/apps-script/reference/script/authorization-info#getAuthorizedScopes() */
      getAuthorizedScopes(): string[];
    }
  }
}
