import { refuseWhatAppsScriptRefuses } from '../../project/syntax';
import type { LanguageOperations } from '../../runtime/realm/language';

/** What the language asks of the host. */
export const languageOperations = (): LanguageOperations => ({
  'language.check'(source) {
    refuseWhatAppsScriptRefuses('text', source);
  },
});
