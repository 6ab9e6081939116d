import { LoadIndicator, OnClose, OpenAs } from './realm-enums';
import { a, BOOLEAN, oneOf, STRING, STRING_MAP } from './realm-kinds';
import type { Json, MessageClass } from './realm-message';
import { messageClass, type Setter } from './realm-message-class';
import { field, item } from './realm-setters';

/** @see https://developers.google.com/apps-script/reference/card-service/action */
export const Action = messageClass('Action', {
  setters: {
    setFunctionName: field('function', STRING),
    setMethodName: field('function', STRING),
    setParameters: field('parameters', STRING_MAP),
    setLoadIndicator: field('loadIndicator', oneOf(LoadIndicator)),
    setPersistValues: field('persistValues', BOOLEAN),
    addRequiredWidget: item('requiredWidgets', STRING),
    setAllWidgetsAreRequired: field('allWidgetsAreRequired', BOOLEAN),
  },
});

/** @see https://developers.google.com/apps-script/reference/card-service/open-link */
export const OpenLink = messageClass('OpenLink', {
  finish: (json) => (json['onClose'] === 'RELOAD_ADD_ON' ? { ...json, onClose: 'RELOAD' } : json),
  setters: {
    setUrl: field('url', STRING),
    setOpenAs: field('openAs', oneOf(OpenAs)),
    setOnClose: field('onClose', oneOf(OnClose)),
  },
});

/** Card JSON has no such action: it is a link in a new window that reloads the add-on when the window is closed. */
export const AuthorizationAction = messageClass('AuthorizationAction', {
  finish: (json) => ({ ...json, openAs: 'OVERLAY', onClose: 'RELOAD' }),
  setters: { setAuthorizationUrl: field('url', STRING) },
});

/** One of the things a click can do; the last one set counts. */
const click = (name: string, made: MessageClass): Setter => ({
  takes: [[a(made)]],
  change: (json: Json, value) => ({ ...json, onClick: { [name]: value } }),
});

/** The handlers that everything clickable has. `setComposeAction` is Gmail's and not emulated. */
export const CLICKABLE: Readonly<Record<string, Setter>> = {
  setOnClickAction: click('action', Action),
  setOnClickOpenLinkAction: click('openDynamicLinkAction', Action),
  setOpenLink: click('openLink', OpenLink),
  setAuthorizationAction: click('openLink', AuthorizationAction),
};
