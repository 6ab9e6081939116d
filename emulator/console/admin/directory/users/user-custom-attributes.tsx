import { useState } from 'preact/hooks';
import { Dialog } from '../../../shell/dialog';
import { useLoaded } from '../../../shell/loading';
import { toast } from '../../../shell/toast';
import { act } from '../../../shell/workspace-client';
import { schemas } from '../everything';
import { Facts, Panel } from '../panel';
import type { Schema } from '../resources';
import { customFieldName, CustomField, customValueIn, customValueText } from './custom-field';
import type { OfUser } from './of-user';

/** Custom attributes: one panel for each category (schema) of the organization. Nothing where there are none. */
export function UserCustomAttributes({ account, user, onChanged }: OfUser) {
  const known = useLoaded(() => schemas(account).catch(() => []), [account]);
  const [editing, setEditing] = useState<Schema>();
  const save = async (schema: Schema, form: FormData) => {
    const fields = schema.fields.map(
      (field) => [field.fieldName, customValueIn(form, schema, field)] as const,
    );
    const customSchemas = { [schema.schemaName]: Object.fromEntries(fields) };
    await act(account, 'directory.users.update', { userKey: user.id }, { customSchemas });
    toast(`${titleOf(schema)} was saved.`);
    await onChanged();
  };
  return (
    <>
      {(known.value ?? []).map((schema) => (
        <Panel
          key={schema.schemaName}
          title={titleOf(schema)}
          actions={
            <button type="button" class="button" onClick={() => setEditing(schema)}>
              Edit {titleOf(schema)}
            </button>
          }
        >
          <Facts
            of={schema.fields.map((field) => [
              field.displayName ?? field.fieldName,
              customValueText(user.customSchemas?.[schema.schemaName]?.[field.fieldName]),
            ])}
          />
        </Panel>
      ))}
      {editing && (
        <Dialog
          title={titleOf(editing)}
          close={() => setEditing(undefined)}
          submit={(form) => save(editing, form)}
        >
          {editing.fields.map((field) => (
            <CustomField
              key={field.fieldName}
              name={customFieldName(editing, field)}
              field={field}
              value={user.customSchemas?.[editing.schemaName]?.[field.fieldName]}
            />
          ))}
        </Dialog>
      )}
    </>
  );
}

const titleOf = ({ displayName, schemaName }: Schema): string => displayName ?? schemaName;
