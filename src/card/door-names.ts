/** Names that cards and the page in the browser agree on. */

/** The parameter that names an action. */
export const ACTION_PARAMETER = 'do';

/** Shows a place: `inputs.place` is the action of one of `places`. Without it, shows what this person sees first. */
export const OPEN_PAGE = 'page.open';

/** The input that names the place. */
export const PLACE_INPUT = 'place';

/**
 * The names of text inputs with a text to copy begin with this. The Admin page gives them a Copy button, makes them
 * read-only and does not send them; a side panel, which has no such widget, shows a text input to copy from by hand.
 */
export const COPY_PREFIX = 'copy.';

/**
 * The text input for a service account's key. The Admin page replaces it by a choice of file, opens the file itself and sends the
 * key alone; a side panel shows a field to paste Google's JSON file into.
 */
export const KEY_INPUT = 'key';

/** The text input for the service account's address, which the Admin page fills in when the file says it. */
export const EMAIL_INPUT = 'serviceAccount';
