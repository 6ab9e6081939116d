import type { ComponentChildren } from 'preact';
import { Dialog } from '../../../shell/dialog';
import { Field } from '../../../shell/field';
import { act } from '../../../shell/workspace-client';
import { OrgUnitField } from '../org-unit-field';
import { OWN, type OrgUnit } from '../resources';

export type OrgUnitStep = 'add' | 'edit' | 'move' | 'delete';

interface Step {
  readonly title: string;
  readonly action: string;
  readonly method: 'insert' | 'update' | 'delete';
  readonly done: string;
  readonly fields: ComponentChildren;
}

/** Adds a unit below another one, renames it, moves it with its contents, or deletes it when it is empty. */
export function OrgUnitDialog({
  account,
  step,
  unit,
  close,
  onDone,
}: {
  readonly account: string;
  readonly step: OrgUnitStep;
  readonly unit: OrgUnit;
  readonly close: () => void;
  readonly onDone: (says: string) => Promise<void>;
}) {
  const { title, action, method, done: says, fields } = stepFor(account, step, unit);
  const submit = async (form: FormData) => {
    const params = {
      customerId: OWN,
      ...(method !== 'insert' && { orgUnitPath: unit.orgUnitId }),
    };
    const body = method === 'delete' ? undefined : Object.fromEntries(form);
    await act(account, `directory.orgunits.${method}`, params, body);
    await onDone(says);
  };
  return (
    <Dialog title={title} action={action} danger={step === 'delete'} close={close} submit={submit}>
      {fields}
    </Dialog>
  );
}

function stepFor(account: string, step: OrgUnitStep, unit: OrgUnit): Step {
  switch (step) {
    case 'add':
      return {
        title: 'Create new organizational unit',
        action: 'Create',
        method: 'insert',
        done: 'The organizational unit was created.',
        fields: (
          <>
            <NameFields />
            <ParentField account={account} defaultValue={unit.orgUnitPath} />
          </>
        ),
      };
    case 'edit':
      return {
        title: `Rename ${unit.name}`,
        action: 'Save',
        method: 'update',
        done: 'The organizational unit was saved.',
        fields: <NameFields unit={unit} />,
      };
    case 'move':
      return {
        title: `Move ${unit.name}`,
        action: 'Move',
        method: 'update',
        done: `${unit.name} was moved.`,
        fields: (
          <>
            <p>
              Everybody in it and every unit below moves too, and gets the settings of the new
              place.
            </p>
            <ParentField
              account={account}
              defaultValue={unit.parentOrgUnitPath ?? '/'}
              except={(path) => `${path}/`.startsWith(`${unit.orgUnitPath}/`)}
            />
          </>
        ),
      };
    case 'delete':
      return {
        title: `Delete ${unit.name}?`,
        action: 'Delete',
        method: 'delete',
        done: `${unit.name} was deleted.`,
        fields: (
          <p>
            Only an empty organizational unit can be deleted: without users and without units below.
          </p>
        ),
      };
  }
}

const ParentField = (props: {
  readonly account: string;
  readonly defaultValue: string;
  readonly except?: (path: string) => boolean;
}) => <OrgUnitField name="parentOrgUnitPath" label="Parent organizational unit" {...props} />;

function NameFields({ unit }: { readonly unit?: OrgUnit }) {
  return (
    <>
      <Field label="Name" name="name" required defaultValue={unit?.name ?? ''} />
      <Field label="Description" name="description" defaultValue={unit?.description ?? ''} />
    </>
  );
}
