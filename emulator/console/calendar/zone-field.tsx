import { useId } from 'preact/hooks';

/** Every time zone that this browser knows, and UTC. */
const ZONES: readonly string[] = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

/** A drop-down of time zones; a zone that this browser does not know can still be chosen. */
export function ZoneField({
  label,
  zone,
  change,
}: {
  readonly label: string;
  readonly zone: string;
  readonly change: (zone: string) => void;
}) {
  const id = useId();
  const zones = ZONES.includes(zone) ? ZONES : [zone, ...ZONES];
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      <select id={id} value={zone} onChange={({ currentTarget }) => change(currentTarget.value)}>
        {zones.map((one) => (
          <option key={one} value={one}>
            {one.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </div>
  );
}
