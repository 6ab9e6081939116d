import type { AuditEvent } from '../../workspace/audit-log';
import { didOnce, pick, someTime, text, times, type Past, type Scene } from './scene';

/** Changes by administrators, including events that Google renamed in 2026, a bulk upload, and a system's own changes. */
export const adminLog = (scene: Scene): Past[] => [
  ...times(45, () => byAdmin(scene, change(scene))),
  ...times(6, () => byAdmin(scene, appAccess(scene))),
  byAdmin(scene, appAccess(scene), someTime(scene, 10)),
  byAdmin(scene, BULK_UPLOAD),
  ...times(5, () => bySystem(scene)),
];

const byAdmin = (scene: Scene, event: AuditEvent, at = someTime(scene)): Past =>
  didOnce(scene, 'admin', [event], {
    at,
    actor: pick(scene, scene.admins),
    ownerDomain: scene.customer.primaryDomain,
  });

function change(scene: Scene): AuditEvent {
  const user = text('USER_EMAIL', pick(scene, scene.people).email);
  const group = text('GROUP_EMAIL', `team@${scene.customer.primaryDomain}`);
  const [old, young] = [text('OLD_VALUE', 'Sales'), text('NEW_VALUE', 'Marketing')];
  return pick<AuditEvent>(scene, [
    { type: 'USER_SETTINGS', name: 'CREATE_USER', parameters: [user] },
    { type: 'USER_SETTINGS', name: 'CHANGE_FIRST_NAME', parameters: [user, old, young] },
    { type: 'USER_SETTINGS', name: 'CHANGE_USER_ORGANIZATION', parameters: [user, old, young] },
    { type: 'USER_SETTINGS', name: 'SUSPEND_USER', parameters: [user] },
    { type: 'USER_SETTINGS', name: 'UNSUSPEND_USER', parameters: [user] },
    {
      type: 'USER_SETTINGS',
      name: 'MOVE_USER_TO_ORG_UNIT',
      parameters: [user, text('ORG_UNIT_NAME', '/'), text('NEW_VALUE', '/Sales')],
    },
    { type: 'GROUP_SETTINGS', name: 'ADD_GROUP_MEMBER', parameters: [user, group] },
    { type: 'GROUP_SETTINGS', name: 'REMOVE_GROUP_MEMBER', parameters: [user, group] },
    {
      type: 'ORG_SETTINGS',
      name: 'CREATE_ORG_UNIT',
      parameters: [text('ORG_UNIT_NAME', '/Sales')],
    },
  ]);
}

const appAccess = (scene: Scene): AuditEvent => ({
  type: 'SECURITY_SETTINGS',
  name: pick(scene, ['ADD_TO_TRUSTED_OAUTH2_APPS', 'ADD_TO_BLOCKED_OAUTH2_APPS']),
  parameters: [
    text('OAUTH2_APP_ID', `${scene.random.int(1e9)}.apps.googleusercontent.com`),
    text('OAUTH2_APP_NAME', 'Meeting Minutes'),
    text('OAUTH2_APP_TYPE', 'WEB'),
    text('ORG_UNIT_NAME', scene.customer.name),
  ],
});

/** Names no user: whoever follows the log must list all users again. */
const BULK_UPLOAD: AuditEvent = {
  type: 'USER_SETTINGS',
  name: 'USERS_BULK_UPLOAD',
  parameters: [
    { name: 'BULK_UPLOAD_TOTAL_USERS_NUMBER', intValue: '12' },
    { name: 'BULK_UPLOAD_FAIL_USERS_NUMBER', intValue: '1' },
  ],
};

/** License automation: an actor without an address, under a key. */
const bySystem = (scene: Scene): Past =>
  didOnce(
    scene,
    'admin',
    [
      {
        type: 'LICENSES_SETTINGS',
        name: 'USER_LICENSE_ASSIGNMENT',
        parameters: [
          text('USER_EMAIL', pick(scene, scene.people).email),
          text('NEW_VALUE', 'Google Workspace'),
        ],
      },
    ],
    { at: someTime(scene), actor: { kind: 'system', key: 'SYSTEM' }, ipAddress: null },
  );
