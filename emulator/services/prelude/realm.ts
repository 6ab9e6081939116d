import { installAbsentServices } from '../absent/realm';
import { installAdvancedServices } from '../advanced/realm';
import { installCardService } from '../card-service/realm';
import { installMimeType } from '../blob/realm-mime-type';
import { installCache } from '../cache/realm';
import { installContent } from '../content/realm';
import { installHtml } from '../html/realm';
import { installLock } from '../lock/realm';
import { installLog } from '../log/realm';
import { installMail } from '../mail/realm';
import { installProperties } from '../properties/realm';
import { installScriptApp } from '../script/realm';
import { installSession } from '../session/realm';
import { installUrlFetch } from '../url-fetch/realm';
import { installUtilities } from '../utilities/realm';
import { connect } from '../../runtime/realm/bridge';
import type { Host, RealmEntry, RealmSetting } from '../../runtime/realm/host';
import { realmEntry } from '../../runtime/realm/invoke';
import { installLanguage } from '../../runtime/realm/language';

/**
 * Installs everything that a script finds in its realm besides the language. Runs once in every new realm, before the script.
 *
 * @param settingText RealmSetting as JSON: no object of the host may get in.
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
