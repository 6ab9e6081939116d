import './web-app.css';
import { useState } from 'preact/hooks';
import { Loaded, useLoaded } from '../shell/loading';
import { admin } from '../shell/workspace-client';
import { ConsentDialog } from '../side-panel/consent-dialog';
import type { ConsentRequest } from '../side-panel/panel-client';
import { localAddress } from '../shell/local-address';
import { returnAddress } from './return-address';

/** The consent screen on a page of its own: afterwards the person returns to the web app that asked. */
export function AuthorizePage({
  account,
  query,
}: {
  readonly account: string;
  readonly query: URLSearchParams;
}) {
  const clientId = query.get('client') ?? '';
  const scopes = (query.get('scope') ?? '').split(' ').filter(Boolean);
  const back = returnAddress(query);
  const request = useLoaded(
    () => admin<ConsentRequest>(account, 'consent.request', { clientId, scopes }),
    [account, clientId],
  );
  const [answered, setAnswered] = useState(false);
  const [closed, setClosed] = useState(false);
  const goBack = () => {
    setAnswered(true);
    if (back !== null)
      location.assign(localAddress(location.origin + back, location.origin, account));
  };
  return (
    <main class="sign-in">
      <Loaded of={request}>
        {(shown) =>
          closed ? (
            <section class="panel">
              <h1>{shown.appName}</h1>
              {answered ? (
                <p role="status">Going back to the app …</p>
              ) : (
                <>
                  <p>You did not give {shown.appName} access to your Google Account.</p>
                  <button type="button" class="button outlined" onClick={() => setClosed(false)}>
                    Review permissions
                  </button>
                </>
              )}
            </section>
          ) : (
            <ConsentDialog
              account={account}
              clientId={clientId}
              request={shown}
              close={() => setClosed(true)}
              onAnswered={goBack}
            />
          )
        }
      </Loaded>
    </main>
  );
}
