import { Field } from '../../shell/field';
import { useLoaded } from '../../shell/loading';
import { domains } from './everything';
import { domainsFirstPrimary } from './resources';

/** An address of this organization in two parts: a name, and one of the organization's domains. See `addressIn`. */
export function AddressField({
  account,
  label,
  value = '',
  hint,
  problem,
}: {
  readonly account: string;
  readonly label: string;
  /** The present address. */
  readonly value?: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
}) {
  const known = useLoaded(
    () => domains(account).then(domainsFirstPrimary, () => [domainOf(account)]),
    [account],
  );
  const names = known.value ?? [domainOf(value) || domainOf(account)];
  return (
    <div class="address-field">
      <Field
        label={label}
        name="localPart"
        required
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        defaultValue={value.split('@')[0] ?? ''}
        problem={problem}
        hint={hint}
      />
      <Field
        key={names.join()}
        label="Domain"
        name="domain"
        defaultValue={domainOf(value)}
        options={names.map((name) => ({ value: name, label: `@${name}` }))}
      />
    </div>
  );
}

const domainOf = (address: string): string => address.split('@')[1] ?? '';

/** The address that was entered. A complete address in the name field works too. */
export function addressIn(form: FormData): string {
  const local = String(form.get('localPart')).trim();
  return local.includes('@') ? local : `${local}@${String(form.get('domain'))}`;
}
