import { refuseWhatAppsScriptRefuses } from '../../runtime/project';
import type { LanguageOperations } from '../../runtime/realm/language';

/** What the language asks of the host. */
export const languageOperations = (): LanguageOperations => ({
  'language.check'(source) {
    refuseWhatAppsScriptRefuses({ name: 'text', type: 'SERVER_JS', source });
  },
});
