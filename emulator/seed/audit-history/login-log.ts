import type { AuditEvent, AuditParameter } from '../../workspace/audit-log';
import { didOnce, pick, someTime, text, times, type Past, type Scene } from './scene';

/** Sign-ins, with the challenge's method in both shapes that the log has for it. */
export const loginLog = (scene: Scene): Past[] => [
  ...times(110, (index) => didOnce(scene, 'login', [success(index % 3 === 0)])),
  ...times(12, () => didOnce(scene, 'login', [FAILURE])),
  ...times(15, () => didOnce(scene, 'login', [verification(scene)])),
  ...times(10, () => didOnce(scene, 'login', [LOGOUT])),
  ...times(4, () => warning(scene)),
];

const method = (asList: boolean, name: string): AuditParameter =>
  asList
    ? { name: 'login_challenge_method', multiValue: [name] }
    : text('login_challenge_method', name);

const success = (asList: boolean): AuditEvent => ({
  type: 'login',
  name: 'login_success',
  parameters: [
    text('login_type', 'google_password'),
    method(asList, 'password'),
    { name: 'is_suspicious', boolValue: false },
  ],
});

const FAILURE: AuditEvent = {
  type: 'login',
  name: 'login_failure',
  parameters: [
    text('login_type', 'google_password'),
    method(false, 'password'),
    text('login_failure_type', 'login_failure_invalid_password'),
  ],
};

const verification = (scene: Scene): AuditEvent => ({
  type: 'login',
  name: 'login_verification',
  parameters: [
    text('login_type', 'google_password'),
    method(true, pick(scene, ['security_key', 'google_prompt', 'totp'])),
    text('login_challenge_status', 'passed'),
    { name: 'is_second_factor', boolValue: true },
  ],
});

const LOGOUT: AuditEvent = {
  type: 'login',
  name: 'logout',
  parameters: [text('login_type', 'google_password')],
};

/** Written by Google itself: no address, and no actor. */
function warning(scene: Scene): Past {
  const at = someTime(scene);
  const parameters = [
    text('affected_email_address', pick(scene, scene.people).email),
    { name: 'login_timestamp', intValue: `${at}000` },
  ];
  return didOnce(
    scene,
    'login',
    [{ type: 'account_warning', name: 'suspicious_login', parameters }],
    {
      at,
      actor: { kind: 'system' },
      ipAddress: null,
    },
  );
}
