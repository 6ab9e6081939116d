import { installAbsentServices } from '../../services/absent/realm';
import { installAdvancedServices } from '../../services/advanced/realm';
import { installCardService } from '../../services/card-service/realm';
import { installMimeType } from '../../services/blob/realm-mime-type';
import { installCache } from '../../services/cache/realm';
import { installContent } from '../../services/content/realm';
import { installHtml } from '../../services/html/realm';
import { installLock } from '../../services/lock/realm';
import { installLog } from '../../services/log/realm';
import { installMail } from '../../services/mail/realm';
import { installProperties } from '../../services/properties/realm';
import { installScriptApp } from '../../services/script/realm';
import { installSession } from '../../services/session/realm';
import { installUrlFetch } from '../../services/url-fetch/realm';
import { installUtilities } from '../../services/utilities/realm';
import { connect } from './bridge';
import type { Host, RealmEntry, RealmSetting } from './host';
import { realmEntry } from './invoke';
import { installLanguage } from './language';

/**
 * Everything a script finds in its realm besides the language. Runs once in every new realm, before the script's files.
 *
 * @param settingText RealmSetting as JSON: an object of the host must not get in.
 */
export function install(host: Host, settingText: string): RealmEntry {
  const setting = JSON.parse(settingText) as RealmSetting;
  connect(host);
  installLanguage(setting);
  installAbsentServices();
  installLog();
  installSession(setting.timeZone);
  installProperties();
  installCache();
  installLock();
  installScriptApp();
  installUtilities();
  installMimeType();
  installUrlFetch();
  installHtml();
  installContent();
  installMail();
  installAdvancedServices(setting.advancedServices);
  installCardService();
  return realmEntry();
}
