import { BASE32HEX, BASE64URL } from '../../kit/random';
import type { AuditEvent } from '../../workspace/audit-log';
import { didOnce, pick, someTime, text, times, type Past, type Scene } from './scene';

/** The calendar log counts seconds from the year 1. @see https://github.com/GAM-team/GAM/blob/main/src/gam/__init__.py */
const YEAR_1_TO_1970_SECONDS = 62_135_683_200;

export const calendarLog = (scene: Scene): Past[] => times(90, () => calendarEntry(scene));
export const driveLog = (scene: Scene): Past[] => times(110, () => driveEntry(scene));

function calendarEntry(scene: Scene): Past {
  const at = someTime(scene);
  const actor = pick(scene, scene.people);
  const start = Math.round(at / 1000) + YEAR_1_TO_1970_SECONDS + 3600;
  const parameters = [
    text('event_id', scene.random.text(26, BASE32HEX)),
    text('organizer_calendar_id', actor.email),
    text('calendar_id', actor.email),
    text('event_title', pick(scene, ['Planning', 'One to one', 'Customer visit', 'Lunch'])),
    text('recurring', 'no'),
    text('client_side_encrypted', 'no'),
    { name: 'start_time', intValue: String(start) },
    { name: 'end_time', intValue: String(start + 1800) },
    text('api_kind', pick(scene, ['web', 'android', 'api'])),
    // The user agent was not sent: the name stands alone.
    { name: 'user_agent' },
  ];
  const name = pick(scene, ['create_event', 'change_event_start_time', 'delete_event']);
  return didOnce(scene, 'calendar', [{ type: 'event_change', name, parameters }], {
    at,
    actor,
    ownerDomain: scene.customer.primaryDomain,
  });
}

/** A file that is read or shared. Sharing is one activity with two events, as Drive logs it. */
function driveEntry(scene: Scene): Past {
  const actor = pick(scene, scene.people);
  const file = [
    { name: 'primary_event', boolValue: true },
    { name: 'billable', boolValue: true },
    text('doc_id', scene.random.text(33, BASE64URL)),
    text('doc_type', 'document'),
    text('doc_title', pick(scene, ['Budget', 'Minutes', 'Offer', 'Roadmap'])),
    text('owner', actor.email),
    { name: 'actor_is_collaborator_account', boolValue: false },
  ];
  const plain = (type: string, name: string): AuditEvent => ({ type, name, parameters: file });
  const events =
    scene.random.next() < 0.3
      ? [sharing(scene, file), plain('access', 'edit')]
      : [plain('access', pick(scene, ['view', 'edit', 'create', 'download']))];
  return didOnce(scene, 'drive', events, { actor, ownerDomain: scene.customer.primaryDomain });
}

const sharing = (scene: Scene, file: NonNullable<AuditEvent['parameters']>): AuditEvent => ({
  type: 'acl_change',
  name: 'change_user_access',
  parameters: [
    ...file,
    text('visibility', 'shared_internally'),
    text('target_user', pick(scene, scene.people).email),
    { name: 'old_value', multiValue: ['none'] },
    { name: 'new_value', multiValue: ['can_edit'] },
  ],
});
