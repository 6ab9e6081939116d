import { localAddress } from '../../shell/local-address';
import type { Listing } from './marketplace-client';

/** Leads to the app's own page for administrators, as the same person, in a new tab. */
export const SetupLink = ({
  account,
  app,
  setupUrl,
  class: look,
}: {
  readonly account: string;
  readonly app: Listing;
  readonly setupUrl: string;
  readonly class?: string;
}) => (
  <a
    {...(look !== undefined && { class: look })}
    href={localAddress(setupUrl, location.origin, account)}
    target="_blank"
    rel="noopener"
  >
    Set up {app.name}
  </a>
);
