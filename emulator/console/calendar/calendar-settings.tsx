import { useState } from 'preact/hooks';
import { Choice, Field } from '../shell/field';
import { Dialog } from '../shell/dialog';
import { toast } from '../shell/toast';
import type { CalendarClient } from './calendar-client';
import type { CalendarHome } from './calendar-home';
import { nameOf, type CalendarEntry } from './event-resource';
import { WEEKDAYS } from './repeat-rule';
import { Select } from './select';
import { ZoneField } from './zone-field';

interface SettingsProps {
  readonly client: CalendarClient;
  readonly home: CalendarHome;
  readonly close: () => void;
  readonly onChanged: () => Promise<void>;
}

/** A calendar's own settings for its owner; for others, how it appears in their list. */
export function CalendarSettings({
  entry,
  client,
  home,
  close,
  onChanged,
}: SettingsProps & { readonly entry: CalendarEntry }) {
  const [zone, setZone] = useState(entry.timeZone);
  const [color, setColor] = useState(entry.colorId ?? '');
  const isOwner = entry.accessRole === 'owner';
  const submit = async (form: FormData) => {
    const summary = String(form.get('summary'));
    if (isOwner) {
      const description = String(form.get('description'));
      await client.changeCalendar(entry.id, { summary, description, timeZone: zone });
    }
    await client.changeEntry(entry.id, {
      ...(color !== (entry.colorId ?? '') && { colorId: color }),
      ...(!isOwner && { summaryOverride: summary }),
    });
    toast('Calendar settings saved');
    await onChanged();
  };
  return (
    <Dialog title={`Settings for ${nameOf(entry)}`} close={close} submit={submit}>
      <Field label="Name" name="summary" required defaultValue={nameOf(entry)} />
      {isOwner && (
        <>
          <Field
            label="Description"
            name="description"
            rows={3}
            defaultValue={entry.description ?? ''}
          />
          <ZoneField label="Time zone" zone={zone} change={setZone} />
        </>
      )}
      <fieldset class="colors">
        <legend>Color</legend>
        {Object.entries(home.calendarColors).map(([id, background]) => (
          <label key={id} class="color">
            <input
              type="radio"
              name="colorId"
              class="visually-hidden"
              checked={color === id}
              onChange={() => setColor(id)}
            />
            <span style={`background:${background}`} aria-hidden="true" />
            <span class="visually-hidden">Color {id}</span>
          </label>
        ))}
      </fieldset>
      <p class="soft">Calendar ID: {entry.id}</p>
    </Dialog>
  );
}

/** Calendar's Settings › General, as far as it applies here. */
export function Preferences({ client, home, close, onChanged }: SettingsProps) {
  const [zone, setZone] = useState(home.zone);
  const [weekStart, setWeekStart] = useState(String(home.weekStart));
  const [hour24, setHour24] = useState(home.hour24);
  const submit = async () => {
    const settings = [
      ['timezone', zone, home.zone],
      ['weekStart', weekStart, String(home.weekStart)],
      ['format24HourTime', String(hour24), String(home.hour24)],
    ] as const;
    for (const [setting, value, before] of settings)
      if (value !== before) await client.changeSetting(setting, value);
    toast('Preferences saved');
    await onChanged();
  };
  return (
    <Dialog title="Settings" close={close} submit={submit}>
      <ZoneField label="Primary time zone" zone={zone} change={setZone} />
      <Select
        label="Start week on"
        value={weekStart}
        options={[6, 0, 1].map((day) => ({ value: String(day), label: WEEKDAYS[day]! }))}
        change={setWeekStart}
      />
      <Choice
        label="24-hour time"
        checked={hour24}
        onChange={({ currentTarget: { checked } }) => setHour24(checked)}
      />
    </Dialog>
  );
}
