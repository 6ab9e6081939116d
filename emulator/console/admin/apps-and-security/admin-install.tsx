import { useState } from 'preact/hooks';
import { Choice } from '../../shell/field';
import { Loaded, Problem, useLoaded } from '../../shell/loading';
import { addressOf } from '../../shell/place';
import { PageHead } from '../../shell/with-navigation';
import { admin } from '../../shell/workspace-client';
import { EVERYONE, InstallTarget, targetOf, targetText, type TargetDraft } from './install-target';
import { listing, type Listing } from './marketplace-client';
import { ScopeList } from './scope-list';
import { SetupLink } from './setup-link';

/** "Admin install", with Google's steps. */
export function AdminInstallPage({
  account,
  id,
}: {
  readonly account: string;
  readonly id: string;
}) {
  const app = useLoaded(() => listing(account, id), [account, id]);
  return (
    <>
      <PageHead
        title={`Install ${app.value?.name ?? 'app'}`}
        trail={[
          {
            href: addressOf(account, 'admin', 'apps', 'marketplace', 'store'),
            title: 'Google Workspace Marketplace',
          },
          {
            href: addressOf(account, 'admin', 'apps', 'marketplace', 'store', id),
            title: app.value?.name ?? 'App',
          },
        ]}
      />
      <Loaded of={app}>{(found) => <Steps account={account} app={found} />}</Loaded>
    </>
  );
}

const STEPS = ['Admin install', 'Who gets it', 'Data and terms', 'Done'] as const;

function Steps({ account, app }: { readonly account: string; readonly app: Listing }) {
  const [step, setStep] = useState(0);
  const [draft, setDraft] = useState<TargetDraft>(EVERYONE);
  const [grant, setGrant] = useState(true);
  const [terms, setTerms] = useState(false);
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const { applicationId } = app;

  const next = async () => {
    if (step === 1) await admin(account, 'marketplace.checkTarget', { target: targetOf(draft) });
    if (step === 2)
      await admin(account, 'marketplace.adminInstall', {
        applicationId,
        target: targetOf(draft),
        acceptTerms: terms,
        grantDataAccess: grant,
      });
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    await next().then(() => setStep(step + 1), setError);
    setBusy(false);
  };
  return (
    <form class="panel narrow" onSubmit={(event) => void submit(event)}>
      <ol class="steps" aria-label="Steps">
        {STEPS.map((title, at) => (
          <li key={title} {...(at === step && { 'aria-current': 'step' })}>
            {at + 1}. {title}
          </li>
        ))}
      </ol>
      {step === 0 && <Beginning app={app} />}
      {step === 1 && <InstallTarget account={account} draft={draft} change={setDraft} />}
      {step === 2 && <LastStep {...{ app, draft, grant, setGrant, terms, setTerms }} />}
      {step === 3 && <Finished {...{ account, app, draft, grant }} />}
      {error && <Problem error={error} />}
      <div class="actions end">
        {step === 0 && (
          <a
            class="button"
            href={addressOf(account, 'admin', 'apps', 'marketplace', 'store', applicationId)}
          >
            Cancel
          </a>
        )}
        {(step === 1 || step === 2) && (
          <button
            type="button"
            class="button"
            onClick={() => {
              setError(undefined);
              setStep(step - 1);
            }}
          >
            Back
          </button>
        )}
        {step < 3 ? (
          <button type="submit" class="button filled" disabled={busy}>
            {step === 2 ? 'Finish' : 'Continue'}
          </button>
        ) : (
          <a
            class="button filled"
            href={addressOf(account, 'admin', 'apps', 'marketplace', applicationId)}
          >
            Done
          </a>
        )}
      </div>
    </form>
  );
}

const Beginning = ({ app }: { readonly app: Listing }) => (
  <>
    <p>
      You are about to install <strong>{app.name}</strong>
      {app.publisher !== app.name && ` by ${app.publisher}`} for your organization.
    </p>
    <p class="soft">
      People get it in their Google services without installing it themselves. You choose who gets
      it, and can change that later under Apps.
    </p>
  </>
);

function LastStep({
  app,
  draft,
  grant,
  setGrant,
  terms,
  setTerms,
}: {
  readonly app: Listing;
  readonly draft: TargetDraft;
  readonly grant: boolean;
  readonly setGrant: (grant: boolean) => void;
  readonly terms: boolean;
  readonly setTerms: (terms: boolean) => void;
}) {
  return (
    <>
      <p>
        Installing for: <strong>{targetText(draft)}</strong>
      </p>
      <h2>{app.name} asks for access to this data</h2>
      <ScopeList scopes={app.asksFor} />
      <div style="margin:16px 0">
        <Choice
          label="Grant this app access to the data above"
          hint="For everyone it is installed for. Without this access the app is installed, but cannot read your organization's data."
          checked={grant}
          onChange={({ currentTarget }) => setGrant(currentTarget.checked)}
        />
        <Choice
          label="I agree to the application's Terms of Service and Privacy Policy, and to the Terms of Service of the Google Workspace Marketplace"
          checked={terms}
          onChange={({ currentTarget }) => setTerms(currentTarget.checked)}
        />
      </div>
    </>
  );
}

const Finished = ({
  account,
  app,
  draft,
  grant,
}: {
  readonly account: string;
  readonly app: Listing;
  readonly draft: TargetDraft;
  readonly grant: boolean;
}) => (
  <div role="status">
    <h2>{app.name} has been installed</h2>
    <p>{targetText(draft)}</p>
    <p class="soft">
      {grant
        ? 'It has access to the data it asked for.'
        : 'Data access was not granted: you can do so under Apps.'}{' '}
      At Google it can take up to 24 hours before everyone sees it.
    </p>
    {app.setupUrl !== null && (
      <p>
        Next, on a page of the app itself:{' '}
        <SetupLink account={account} app={app} setupUrl={app.setupUrl} />
      </p>
    )}
  </div>
);
