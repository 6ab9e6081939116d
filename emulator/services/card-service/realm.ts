import { defineLazily } from '../../runtime/realm/define';
import type * as RealmService from './realm-service';

/** The bundler's: a module that is required like this is evaluated then, not when the realm is made. */
declare function require(path: './realm-service'): typeof RealmService;

/**
 * `CardService` with everything that works in the side panels of Calendar and Sheets. Its sixty classes are made when a
 * script first uses the name: that takes a millisecond, and most executions show no card.
 *
 * @see https://developers.google.com/apps-script/reference/card-service
 */
export function installCardService(): void {
  defineLazily('CardService', () => require('./realm-service').cardService());
}
