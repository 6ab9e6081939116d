import type { InputHTMLAttributes } from 'preact';
import { Choice, Field } from '../../../shell/field';
import type { Schema, SchemaField } from '../resources';

export const customFieldName = ({ schemaName }: Schema, { fieldName }: SchemaField): string =>
  `${schemaName}.${fieldName}`;

const ATTRIBUTES: Readonly<Partial<Record<SchemaField['fieldType'], InputHTMLAttributes>>> = {
  EMAIL: { type: 'email' },
  PHONE: { type: 'tel' },
  DATE: { type: 'date' },
};

/** The input for a custom attribute; several values go on separate lines. */
export function CustomField({
  name,
  field: { fieldName, displayName = fieldName, fieldType, multiValued },
  value,
}: {
  readonly name: string;
  readonly field: SchemaField;
  readonly value: unknown;
}) {
  if (fieldType === 'BOOL' && !multiValued)
    return <Choice label={displayName} name={name} defaultChecked={value === true} />;
  return (
    <Field
      label={displayName}
      name={name}
      defaultValue={customValueText(value)}
      {...(multiValued ? { rows: 3, hint: 'One value per line.' } : ATTRIBUTES[fieldType])}
    />
  );
}

/** A custom value as text; several values on separate lines. */
export function customValueText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value))
    return value.map((entry: { readonly value?: unknown }) => String(entry.value)).join('\n');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return String(value as string | number);
}

/** A form's value for a custom attribute, as users.update accepts it; null clears it. */
export function customValueIn(form: FormData, schema: Schema, field: SchemaField): unknown {
  const name = customFieldName(schema, field);
  if (field.multiValued) {
    const lines = String(form.get(name)).split('\n');
    const values = lines.map((line) => line.trim()).filter(Boolean);
    return values.length === 0 ? null : values.map((value) => ({ value: ofType(field, value) }));
  }
  if (field.fieldType === 'BOOL') return form.has(name);
  const text = String(form.get(name)).trim();
  return text === '' ? null : ofType(field, text);
}

function ofType({ fieldType }: SchemaField, text: string): unknown {
  if (fieldType === 'BOOL') return /^(yes|true)$/i.test(text);
  return fieldType === 'DOUBLE' && !Number.isNaN(Number(text)) ? Number(text) : text;
}
