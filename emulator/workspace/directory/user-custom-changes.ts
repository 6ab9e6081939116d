import type { Json, JsonObject } from '../api-method';
import { mergeCustomValues } from './custom-values';
import { isObject } from './json-copy';
import { oldAndNew, userEvent, type Planned, type UserChange } from './user-change';

/** Plans the changes of custom fields in users.update: one event for each field that differs. */
export function planCustomValues(value: Json, { workspace, user }: Planned): UserChange[] {
  const { directory } = workspace.state;
  const before = isObject(user.profile.customSchemas) ? user.profile.customSchemas : {};
  const after = mergeCustomValues(directory, user.customerId, before, value);
  const events = changedFields(before, after).map(([field, was, is]) =>
    userEvent(user, 'CHANGE_USER_CUSTOM_FIELD', {
      USER_CUSTOM_FIELD: field,
      ...oldAndNew(was, is),
    }),
  );
  if (events.length === 0) return [];
  return [
    {
      privilege: 'USERS_UPDATE_CUSTOM_ATTRIBUTES_USER_PRIVILEGE_GROUP',
      events,
      apply: ({ profile }) => void (profile.customSchemas = after),
    },
  ];
}

type FieldChange = readonly [field: string, before: Json | undefined, after: Json | undefined];

function changedFields(before: JsonObject, after: JsonObject): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const schema of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[schema], after[schema]].map((fields) =>
      isObject(fields) ? fields : {},
    ) as [JsonObject, JsonObject];
    for (const field of new Set([...Object.keys(was), ...Object.keys(is)])) {
      if (JSON.stringify(was[field]) === JSON.stringify(is[field])) continue;
      changes.push([`${schema}.${field}`, was[field], is[field]]);
    }
  }
  return changes;
}
