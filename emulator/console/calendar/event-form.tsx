import { useState } from 'preact/hooks';
import { Field } from '../shell/field';
import { Icon } from '../shell/icon';
import { Problem } from '../shell/loading';
import { writableCalendars, type CalendarHome } from './calendar-home';
import { ofType, problemOf, type EventDraft } from './event-draft';
import { nameOf, type EventType } from './event-resource';
import { DeclineFields } from './decline-fields';
import { GuestFields } from './guest-fields';
import { LookFields } from './look-fields';
import { RepeatFields } from './repeat-fields';
import { Select } from './select';
import { WhenFields } from './when-fields';

const TYPES = [
  { value: 'default', label: 'Event' },
  { value: 'outOfOffice', label: 'Out of office' },
  { value: 'focusTime', label: 'Focus time' },
];

export interface EventFormProps {
  readonly draft: EventDraft;
  readonly change: (draft: EventDraft) => void;
  readonly home: CalendarHome;
  /** An existing event keeps its calendar and type. */
  readonly isNew: boolean;
  /** Whether the person may change all of it, or only the guests. */
  readonly mayChange: boolean;
  readonly organizer: boolean;
  /** @returns false when the person changed their mind. @throws Refused */
  readonly save: () => Promise<boolean>;
  readonly close: () => void;
}

/** The whole form of an event, as a page. */
export function EventForm(props: EventFormProps) {
  const { draft, change, home, isNew, mayChange, save, close } = props;
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const problem = problemOf(draft);
    if (problem) return setError(new Error(problem));
    setBusy(true);
    setError(undefined);
    try {
      if (await save()) close();
    } catch (refused) {
      setError(refused as Error);
    }
    setBusy(false);
  };
  const part = { draft, change: (parts: Partial<EventDraft>) => change({ ...draft, ...parts }) };
  return (
    <form class="event-form" aria-label="Event details" onSubmit={(event) => void submit(event)}>
      <div class="form-head">
        <button type="button" class="button icon" aria-label="Cancel event editing" onClick={close}>
          <Icon name="close" />
        </button>
        <Field
          label="Title"
          placeholder="Add title"
          autocomplete="off"
          disabled={!mayChange}
          value={draft.title}
          onInput={({ currentTarget: { value } }) => part.change({ title: value })}
        />
        <button type="submit" class="button filled" disabled={busy}>
          Save
        </button>
      </div>
      {error && <Problem error={error} />}
      <div class="form-columns">
        <fieldset class="plain" disabled={!mayChange}>
          <legend>Event details</legend>
          <WhenFields {...part} zones />
          <RepeatFields {...part} />
          {isNew && (
            <div class="when">
              <Select
                label="Calendar"
                value={draft.calendarId}
                options={writableCalendars(home).map((entry) => ({
                  value: entry.id,
                  label: nameOf(entry),
                }))}
                change={(calendarId) => part.change({ calendarId })}
              />
              <Select
                label="Kind of event"
                value={draft.type}
                options={TYPES}
                change={(type) => change(ofType(draft, type as EventType))}
              />
            </div>
          )}
          <DeclineFields {...part} />
          <Field
            label="Location"
            placeholder="Add location"
            value={draft.location}
            onInput={({ currentTarget: { value } }) => part.change({ location: value })}
          />
          <Field
            label="Description"
            rows={5}
            value={draft.description}
            onInput={({ currentTarget: { value } }) => part.change({ description: value })}
          />
          <LookFields {...part} home={home} />
        </fieldset>
        {draft.type === 'default' && (
          <fieldset class="plain">
            <legend>Guests</legend>
            <GuestFields {...part} organizer={props.organizer} />
          </fieldset>
        )}
      </div>
    </form>
  );
}
