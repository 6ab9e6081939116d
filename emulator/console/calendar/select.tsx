import { useId } from 'preact/hooks';

/** A labeled drop-down whose value its parent controls. */
export function Select({
  label,
  value,
  options,
  change,
  disabled = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly change: (value: string) => void;
  readonly disabled?: boolean;
}) {
  const id = useId();
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        disabled={disabled}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      >
        {options.map(({ value: one, label: text }) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
