import { Choice } from '../../shell/field';
import { Dialog } from '../../shell/dialog';
import { Loaded, useLoaded } from '../../shell/loading';
import { toast } from '../../shell/toast';
import { admin } from '../../shell/workspace-client';
import type { Listing } from './marketplace-client';
import type { DescribedScope } from './scope-list';

interface Request {
  readonly publisher: string;
  readonly scopes: readonly (DescribedScope & { readonly tickable: boolean })[];
  readonly granular: boolean;
  readonly blocked: { readonly error: string; readonly message: string } | null;
}

/** "Individual install": the person's own consent, box by box where there is more than one thing to allow. */
export function IndividualInstall({
  account,
  app,
  close,
  installed,
}: {
  readonly account: string;
  readonly app: Listing;
  readonly close: () => void;
  readonly installed: () => void;
}) {
  const { applicationId, clientId, scopes, name } = app;
  const request = useLoaded(
    () => admin<Request>(account, 'consent.request', { clientId, scopes }),
    [account, clientId],
  );
  const submit = async (form: FormData) => {
    const boxes = form.getAll('scope');
    const ticked = (request.value?.scopes ?? [])
      .filter(({ scope, tickable }) => !tickable || boxes.includes(scope))
      .map(({ scope }) => scope);
    await admin(account, 'marketplace.individualInstall', { applicationId, scopes: ticked });
    toast(`${name} is installed for you.`);
    installed();
  };
  return (
    <Dialog
      title={`${name} wants access to your Google Account`}
      action="Continue"
      {...{ close, submit }}
    >
      <p>
        {account}
        <br />
        <span class="soft">Published by {app.publisher}</span>
      </p>
      <Loaded of={request}>
        {({ blocked, granular, scopes: asked }) => (
          <>
            {blocked && (
              <div class="message bad">
                <div>
                  <strong>Access blocked</strong>
                  <br />
                  {blocked.message} {blocked.error}
                </div>
              </div>
            )}
            <p>{granular ? `Select what ${name} can access` : `This will allow ${name} to:`}</p>
            {asked.map(({ scope, description, tickable }) =>
              tickable ? (
                <Choice key={scope} name="scope" value={scope} label={description} hint={scope} />
              ) : (
                <p key={scope}>
                  {description}
                  <br />
                  <code class="id-code">{scope}</code>
                </p>
              ),
            )}
          </>
        )}
      </Loaded>
    </Dialog>
  );
}
