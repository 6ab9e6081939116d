import type { AuditParameter } from '../../workspace/audit-log';
import type { UserPrincipal } from '../../workspace/caller';
import { scopeParameters } from '../../workspace/oauth/token-log';
import { didOnce, pick, someTime, text, times, type Past, type Scene } from './scene';

const AUTH = 'https://www.googleapis.com/auth/';
const HOUR_MS = 60 * 60 * 1000;

interface App {
  readonly name: string;
  readonly clientId: string;
  readonly clientType: 'WEB' | 'NATIVE_IOS';
  readonly scopes: readonly string[];
  /** What the app calls, as the log names it: API, method, product. */
  readonly calls: readonly (readonly [api: string, method: string, product: string])[];
}

const client = (number: string): string =>
  `${number}-${'k3v9'.repeat(8)}.apps.googleusercontent.com`;

/** Apps that people in the company allowed, among them an intranet with all three families of scopes. */
const APPS: readonly App[] = [
  {
    name: 'Nordlys Intranet Integrations',
    clientId: client('318400221907'),
    clientType: 'WEB',
    scopes: [
      ...[`${AUTH}drive.readonly`, `${AUTH}calendar.readonly`, `${AUTH}gmail.readonly`],
      ...['openid', `${AUTH}userinfo.email`],
    ],
    calls: [
      ['drive', 'drive.files.list', 'DRIVE'],
      ['calendar', 'calendar.events.list', 'CALENDAR'],
      ['gmail', 'gmail.users.messages.list', 'GMAIL'],
    ],
  },
  {
    name: 'Meeting Minutes',
    clientId: client('772015660348'),
    clientType: 'WEB',
    scopes: [`${AUTH}calendar.events`, `${AUTH}drive.file`],
    calls: [
      ['calendar', 'calendar.events.get', 'CALENDAR'],
      ['drive', 'drive.files.create', 'DRIVE'],
    ],
  },
  {
    name: 'Pocket Mail',
    clientId: client('540918273645'),
    clientType: 'NATIVE_IOS',
    scopes: ['https://mail.google.com/', `${AUTH}contacts.readonly`],
    calls: [['gmail', 'gmail.users.history.list', 'GMAIL']],
  },
  {
    name: 'Timesheet Sync',
    clientId: client('209384756102'),
    clientType: 'WEB',
    scopes: [`${AUTH}calendar.readonly`],
    calls: [['calendar', 'calendar.events.list', 'CALENDAR']],
  },
];

const named = ({ clientId, name, clientType }: App): AuditParameter[] => [
  text('client_id', clientId),
  text('app_name', name),
  text('client_type', clientType),
];

/** Consents, what followed from some of them, requests and refusals. */
export const tokenLog = (scene: Scene): Past[] => [
  ...times(60, () => consent(scene)).flat(),
  ...times(8, () => denial(scene)),
  ...times(6, () => request(scene)),
];

/** Somebody allows an app; most people use it, some revoke it. */
function consent(scene: Scene): Past[] {
  const app = pick(scene, APPS);
  const actor = pick(scene, scene.people);
  const at = someTime(scene);
  const grant = [...named(app), ...scopeParameters(app.scopes)];
  const authorized = didOnce(
    scene,
    'token',
    [{ type: 'auth', name: 'authorize', parameters: grant }],
    { at, actor },
  );
  const used = times(scene.random.int(4), (index) =>
    use(scene, app, actor, at + (index + 1) * HOUR_MS),
  );
  const gone =
    scene.random.next() < 0.2 ? [withdrawal(scene, grant, actor, at + 30 * HOUR_MS)] : [];
  return [authorized, ...used, ...gone].filter((past) => past.at < scene.now);
}

/** A call that the app makes. Smaller editions do not log it. */
function use(scene: Scene, app: App, actor: UserPrincipal, at: number): Past {
  const [api, method, product] = pick(scene, app.calls);
  const parameters = [
    ...named(app),
    text('api_name', api),
    text('method_name', method),
    { name: 'num_response_bytes', intValue: String(200 + scene.random.int(40_000)) },
    text('product_bucket', product),
  ];
  const address = scene.random.next() < 0.3 ? { ipAddress: null } : {};
  return didOnce(scene, 'token', [{ type: 'auth', name: 'activity', parameters }], {
    at,
    actor,
    ...address,
  });
}

const withdrawal = (
  scene: Scene,
  parameters: readonly AuditParameter[],
  actor: UserPrincipal,
  at: number,
): Past => didOnce(scene, 'token', [{ type: 'auth', name: 'revoke', parameters }], { at, actor });

function denial(scene: Scene): Past {
  const app = pick(scene, APPS);
  const parameters = [
    ...named(app),
    ...scopeParameters(app.scopes),
    text('rejection_type', pick(scene, ['EXPLICIT_ADMIN_BLOCK', 'SCOPE_BLOCK'])),
  ];
  return didOnce(scene, 'token', [{ type: 'auth', name: 'deny', parameters }]);
}

function request(scene: Scene): Past {
  const app = pick(scene, APPS);
  const actor = pick(scene, scene.people);
  const parameters = [
    ...named(app),
    ...scopeParameters(app.scopes),
    text('app_request_info', 'APP_REQUEST_TYPE_INDIVIDUAL'),
    text('requester_email', actor.email),
  ];
  return didOnce(scene, 'token', [{ type: 'auth', name: 'request', parameters }], { actor });
}
