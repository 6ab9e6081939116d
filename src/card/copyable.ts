import type { Widget } from './card-json';

/**
 * Begins the names of text inputs that hold a text to copy. The Admin page draws a Copy button beside them, lets nobody
 * change them and does not send them; a side panel, which has no such widget, shows a text input to copy from by hand.
 */
export const COPY_PREFIX = 'copy.';

/** Longer texts show on several lines. */
const ONE_LINE = 60;

/**
 * A text that a person carries elsewhere, such as a client ID or a list of scopes.
 *
 * @param name of this text on its card.
 */
export const copyable = (name: string, label: string, text: string): Widget => ({
  textInput: {
    name: COPY_PREFIX + name,
    label,
    value: text,
    type: text.length > ONE_LINE || text.includes('\n') ? 'MULTIPLE_LINE' : 'SINGLE_LINE',
  },
});
