import type { CalendarHome } from './calendar-home';
import { Select } from './select';
import type { FormPart } from './when-fields';

/** How an event appears to others and on the grid. */
export function LookFields({
  draft,
  change,
  home: { eventColors },
}: FormPart & { readonly home: CalendarHome }) {
  return (
    <div class="when">
      <Select
        label="Show as"
        value={draft.transparency}
        options={[
          { value: 'opaque', label: 'Busy' },
          { value: 'transparent', label: 'Free' },
        ]}
        change={(transparency) => change({ transparency })}
      />
      <Select
        label="Visibility"
        value={draft.visibility}
        options={[
          { value: 'default', label: 'Default visibility' },
          { value: 'public', label: 'Public' },
          { value: 'private', label: 'Private' },
        ]}
        change={(visibility) => change({ visibility })}
      />
      <fieldset class="colors">
        <legend>Event color</legend>
        {['', ...Object.keys(eventColors)].map((id) => (
          <label key={id} class="color" title={nameOfColor(id)}>
            <input
              type="radio"
              name="color"
              class="visually-hidden"
              checked={draft.colorId === id}
              onChange={() => change({ colorId: id })}
            />
            <span style={id ? `background:${eventColors[id]}` : ''} aria-hidden="true" />
            <span class="visually-hidden">{nameOfColor(id)}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}

/** Calendar's names of them. */
const NAMES: Readonly<Record<string, string>> = {
  '1': 'Lavender',
  '2': 'Sage',
  '3': 'Grape',
  '4': 'Flamingo',
  '5': 'Banana',
  '6': 'Tangerine',
  '7': 'Peacock',
  '8': 'Graphite',
  '9': 'Blueberry',
  '10': 'Basil',
  '11': 'Tomato',
};

const nameOfColor = (id: string): string => (id === '' ? 'Calendar color' : (NAMES[id] ?? id));
