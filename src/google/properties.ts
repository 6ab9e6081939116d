/** The property stores. Every call reads them again, so that writes of other executions are seen. */
import { ok } from '../kit/result';
import type { ListedStore } from '../kit/string-store';
import { call } from './call';

type Properties = GoogleAppsScript.Properties.Properties;

/** Shared by everybody who uses the add-on, in every organization. */
export const scriptProperties = (): ListedStore => storeOf(PropertiesService.getScriptProperties());

/** The running person's own. */
export const userProperties = (): ListedStore => storeOf(PropertiesService.getUserProperties());

const storeOf = (properties: Properties): ListedStore => ({
  get: (key) => properties.getProperty(key),
  set(entries) {
    const kept = call(() => properties.setProperties({ ...entries }, false));
    return kept.ok ? ok(null) : kept;
  },
  delete(keys) {
    for (const key of keys) properties.deleteProperty(key);
  },
  entries: (prefix) =>
    Object.fromEntries(
      Object.entries(properties.getProperties()).filter(([key]) => key.startsWith(prefix)),
    ),
});
