import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';

/** A labeled text field; with `options` a drop-down, with `rows` several lines. */
export function Field({
  label,
  hint,
  problem,
  options,
  rows,
  ...input
}: {
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** Why its value was refused. */
  readonly problem?: string | undefined;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly rows?: number;
} & InputHTMLAttributes) {
  const id = useId();
  const described = hint || problem ? { 'aria-describedby': `${id}-problem ${id}-hint` } : {};
  const shared = { ...(input as object), ...described, id, 'aria-invalid': problem !== undefined };
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      {options ? (
        <select {...shared}>
          {options.map(({ value, label: text }) => (
            <option key={value} value={value} selected={value === input.defaultValue}>
              {text}
            </option>
          ))}
        </select>
      ) : rows ? (
        <textarea rows={rows} {...shared} />
      ) : (
        <input type="text" {...shared} />
      )}
      {problem && (
        <span class="problem" id={`${id}-problem`} role="alert">
          {problem}
        </span>
      )}
      {hint && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}

/** A checkbox or radio button with its label. */
export function Choice({
  label,
  hint,
  ...input
}: { readonly label: ComponentChildren; readonly hint?: ComponentChildren } & InputHTMLAttributes) {
  return (
    <label class="choice">
      <input type="checkbox" {...(input as object)} />
      <span>
        {label}
        {hint && <span class="hint">{hint}</span>}
      </span>
    </label>
  );
}
