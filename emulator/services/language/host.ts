import { refuseWhatAppsScriptRefuses } from '../../project/syntax';
import type { LanguageOperations } from '../../runtime/realm/language';

/** What the language needs from the host. */
export const languageOperations = (): LanguageOperations => ({
  'language.check'(source) {
    refuseWhatAppsScriptRefuses('text', source);
  },
});
