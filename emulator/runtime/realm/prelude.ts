import { installAdvancedServices } from '../../services/advanced/realm';
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
  installAdvancedServices(setting.advancedServices);
  return realmEntry();
}
