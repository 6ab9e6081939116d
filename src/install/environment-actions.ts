/** Choosing an environment, and going from a demo to production. Any administrator goes on where another stopped (C20). */
import {
  decides,
  pushes,
  restarts,
  shows,
  watched,
  type ActionEntry,
  type Answer,
  type Caller,
} from '../card/action';
import type { Card } from '../card/card-json';
import type { Clock } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { valueOr, type Saved } from '../kit/slot';
import { productionAfter, type Environment } from './environment';
import { earlyCard, promotionCard } from './environment-cards';
import { errorCard } from './failure-cards';
import { INSTALL } from './names';
import type { InstallPorts } from './ports';
import type { Surroundings } from './surroundings';
import type { Tenant } from './tenant';

export interface EnvironmentParts {
  readonly ports: Pick<InstallPorts, 'account'>;
  readonly clock: Clock;
  readonly around: Surroundings;
  /** The caller's organization as it is kept now. */
  saved(): Saved<Tenant>;
  /** Fails with `not-directory-admin` where Google does not say whose administrator the caller is. */
  saveEnvironment(environment: Environment): Result<null, Failure>;
}

type EnvironmentAction = (typeof INSTALL)[
  'demo' | 'promotion' | 'production' | 'early' | 'removeFormer' | 'keepFormer'];

/** @param steps the steps of the set-up. @param home the page Integrations. */
export function environmentEntries(
  parts: EnvironmentParts,
  { steps, home }: { steps(caller: Caller): Answer; home(caller: Caller): Card },
): Readonly<Record<EnvironmentAction, Omit<ActionEntry, 'for'>>> {
  const promotion = (): Card => promotionCard(promotionOf(parts));
  return {
    [INSTALL.promotion]: { run: () => watched(restarts(promotion())) },
    [INSTALL.early]: { run: () => pushes(earlyCard()) },
    [INSTALL.demo]: {
      run: (_, caller) => change(parts, { name: 'demo', former: null }, () => steps(caller)),
    },
    [INSTALL.production]: {
      run: (_, caller) =>
        change(parts, productionNow(parts), () =>
          parts.saved().kind === 'nothing' ? steps(caller) : watched(restarts(promotion())),
        ),
    },
    [INSTALL.removeFormer]: {
      run: (_, caller) =>
        decide(parts, 'remove', () => restarts(home(caller), 'The next runs remove the copies.')),
    },
    [INSTALL.keepFormer]: {
      run: (_, caller) =>
        decide(parts, 'keep', () => restarts(home(caller), 'The copies stay as they are.')),
    },
  };
}

function promotionOf({ around, clock, saved }: EnvironmentParts) {
  return {
    environment: around.environment(),
    tenant: valueOr(saved(), null),
    isTried: around.steps().every(({ isDone }) => isDone),
    clientId: around.clientId(),
    nowMs: clock.now(),
    leave: around.leave,
  };
}

/** What stays of the demo is known by the client that it used. */
const productionNow = ({ around, clock, saved }: EnvironmentParts): Environment =>
  around.environment().name === 'production'
    ? around.environment()
    : productionAfter(around.clientId(), {
        nowMs: clock.now(),
        hasRun: saved().kind !== 'nothing',
      });

/** Only while nothing runs: what runs would go on with another client, and with copies that it does not know. */
function change(parts: EnvironmentParts, next: Environment, after: () => Answer): Answer {
  const now = parts.around.environment();
  const tenant = valueOr(parts.saved(), null);
  if (now.name === next.name || (tenant !== null && tenant.stop?.kind !== 'disconnected'))
    return after();
  const allowed = superAdministrator(parts);
  const saved = allowed.ok ? parts.saveEnvironment(next) : allowed;
  if (!saved.ok) return shows(errorCard([saved.failure], null));
  return decides(after(), 'Environment', `Changed: ${now.name} → ${next.name}.`);
}

/** Before an organization is set up nobody has a role yet. */
function superAdministrator({ ports }: EnvironmentParts): Result<null, Failure> {
  const account = ports.account();
  if (!account.ok) return account;
  const { isAdmin, primaryEmail } = account.value;
  return isAdmin ? ok(null) : fail({ kind: 'not-directory-admin', account: primaryEmail });
}

function decide(parts: EnvironmentParts, how: 'remove' | 'keep', after: () => Answer): Answer {
  const environment = parts.around.environment();
  const { former } = environment;
  if (former === null) return after();
  const saved = parts.saveEnvironment({
    ...environment,
    former: how === 'keep' ? null : { ...former, step: 'remove', after: null },
  });
  if (!saved.ok) return shows(errorCard([saved.failure], null));
  const change = how === 'keep' ? 'The demo’s copies are kept.' : 'The demo’s copies are removed.';
  return decides(after(), 'Environment', change);
}
