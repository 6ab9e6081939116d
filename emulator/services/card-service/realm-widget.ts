import type { Json } from './realm-message';
import { messageClass } from './realm-message-class';

/** Anything that can be added to a section. Its own members are for Workspace Studio only. */
export const Widget = messageClass('Widget', { missing: 'addEventAction setId setVisibility' });

/** Wraps the JSON as the one member of a widget. */
export const asWidget =
  (name: string) =>
  (json: Json): Json => ({ [name]: json });
