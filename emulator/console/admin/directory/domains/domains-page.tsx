import { useState } from 'preact/hooks';
import { Dialog } from '../../../shell/dialog';
import { Field } from '../../../shell/field';
import { Loaded, useLoaded } from '../../../shell/loading';
import { Table } from '../../../shell/table';
import { toast } from '../../../shell/toast';
import { PageHead } from '../../../shell/with-navigation';
import { act } from '../../../shell/workspace-client';
import { domains } from '../everything';
import { OWN, type Domain } from '../resources';
import { shownTime } from '../times';

/** A row of the list: a domain, or a domain alias below the domain it stands for. */
interface Row {
  readonly name: string;
  readonly type: string;
  readonly verified: boolean;
  readonly creationTime: string;
  /** The call that removes it; null for the primary domain. */
  readonly removal: { readonly method: string; readonly params: object } | null;
}

/** Account › Domains. */
export function DomainsPage({ account }: { readonly account: string }) {
  const known = useLoaded(() => domains(account), [account]);
  const [dialog, setDialog] = useState<'add' | Row>();
  const close = () => setDialog(undefined);
  const done = async (says: string) => {
    toast(says);
    await known.reload();
  };
  const remove = async ({ name, removal }: Row) => {
    if (removal) await act(account, removal.method, { customer: OWN, ...removal.params });
    await done(`${name} was removed.`);
  };
  return (
    <>
      <PageHead title="Domains">
        <button type="button" class="button filled" onClick={() => setDialog('add')}>
          Add a domain
        </button>
      </PageHead>
      <Loaded of={known}>
        {(found) => <DomainsTable rows={found.flatMap(rowsOf)} remove={setDialog} />}
      </Loaded>
      {dialog === 'add' && (
        <AddDomainDialog
          account={account}
          domains={known.value ?? []}
          close={close}
          onAdded={done}
        />
      )}
      {typeof dialog === 'object' && (
        <Dialog
          title={`Remove ${dialog.name}?`}
          action="Remove domain"
          danger
          close={close}
          submit={() => remove(dialog)}
        >
          <p>
            Nobody can receive mail at {dialog.name} any longer. A domain in which users or groups
            have addresses cannot be removed.
          </p>
        </Dialog>
      )}
    </>
  );
}

const rowsOf = ({
  domainName,
  isPrimary,
  domainAliases = [],
  ...domain
}: Domain): readonly Row[] => [
  {
    ...domain,
    name: domainName,
    type: isPrimary ? 'Primary domain' : 'Secondary domain',
    removal: isPrimary ? null : { method: 'directory.domains.delete', params: { domainName } },
  },
  ...domainAliases.map(({ domainAliasName, ...alias }) => ({
    ...alias,
    name: domainAliasName,
    type: `Domain alias of ${domainName}`,
    removal: { method: 'directory.domainAliases.delete', params: { domainAliasName } },
  })),
];

function DomainsTable({
  rows,
  remove,
}: {
  readonly rows: readonly Row[];
  readonly remove: (row: Row) => void;
}) {
  return (
    <Table
      label="Domains"
      rows={rows}
      keyOf={({ name }) => name}
      columns={[
        { title: 'Domain name', namesRow: true, cell: ({ name }) => name },
        { title: 'Type', cell: ({ type }) => type },
        {
          title: 'Status',
          cell: ({ verified }) => (
            <span class={`chip ${verified ? 'good' : 'warn'}`}>
              {verified ? 'Verified' : 'Not verified'}
            </span>
          ),
        },
        {
          title: 'Added',
          class: 'soft nowrap',
          cell: ({ creationTime }) => (creationTime === '0' ? '–' : shownTime(creationTime)),
        },
        {
          title: 'Action',
          titleHidden: true,
          class: 'row-action',
          cell: (row) =>
            row.removal && (
              <button
                type="button"
                class="button danger"
                aria-label={`Remove ${row.name}`}
                onClick={() => remove(row)}
              >
                Remove
              </button>
            ),
        },
      ]}
    />
  );
}

function AddDomainDialog({
  account,
  domains: known,
  close,
  onAdded,
}: {
  readonly account: string;
  readonly domains: readonly Domain[];
  readonly close: () => void;
  readonly onAdded: (says: string) => Promise<void>;
}) {
  const add = async (form: FormData) => {
    const name = String(form.get('name')).trim();
    const parentDomainName = String(form.get('parent'));
    if (parentDomainName === '')
      await act(account, 'directory.domains.insert', { customer: OWN }, { domainName: name });
    else
      await act(
        account,
        'directory.domainAliases.insert',
        { customer: OWN },
        {
          domainAliasName: name,
          parentDomainName,
        },
      );
    await onAdded(`${name} was added.`);
  };
  return (
    <Dialog title="Add a domain" action="Add domain" close={close} submit={add}>
      <Field label="Enter domain name" name="name" required placeholder="example.com" />
      <Field
        label="Domain type"
        name="parent"
        hint="Users have addresses of their own in a secondary domain. In a domain alias, everybody also gets mail under the other name."
        options={[
          { value: '', label: 'Secondary domain' },
          ...known.map(({ domainName }) => ({
            value: domainName,
            label: `User alias domain of ${domainName}`,
          })),
        ]}
      />
      <p class="soft">
        At Google you then prove that the domain is yours. Here there is no owner to verify, so it
        is verified at once.
      </p>
    </Dialog>
  );
}
