import { Choice, Field } from '../shell/field';
import { movedStart, type EventDraft } from './event-draft';
import { ZoneField } from './zone-field';

export interface FormPart {
  readonly draft: EventDraft;
  readonly change: (parts: Partial<EventDraft>) => void;
}

/** When an event takes place. With `zones` each end has its own time zone. */
export function WhenFields({
  draft,
  change,
  zones = false,
}: FormPart & { readonly zones?: boolean }) {
  const { allDay, type } = draft;
  const start = (date: string, time: string) => change(movedStart(draft, date, time));
  return (
    <>
      <div class="when">
        <Field
          label="Start date"
          type="date"
          value={draft.startDate}
          onInput={({ currentTarget: { value } }) => value && start(value, draft.startTime)}
        />
        {!allDay && (
          <Field
            label="Start time"
            type="time"
            value={draft.startTime}
            onInput={({ currentTarget: { value } }) => value && start(draft.startDate, value)}
          />
        )}
        <Field
          label="End date"
          type="date"
          value={draft.endDate}
          onInput={({ currentTarget: { value } }) => value && change({ endDate: value })}
        />
        {!allDay && (
          <Field
            label="End time"
            type="time"
            value={draft.endTime}
            onInput={({ currentTarget: { value } }) => value && change({ endTime: value })}
          />
        )}
      </div>
      {type !== 'focusTime' && (
        <Choice
          label="All day"
          checked={allDay}
          onChange={({ currentTarget: { checked } }) => change({ allDay: checked })}
        />
      )}
      {zones && !allDay && (
        <details class="zones" open={draft.startZone !== draft.endZone}>
          <summary>Time zone: {zonesText(draft)}</summary>
          <ZoneField
            label="Start time zone"
            zone={draft.startZone}
            change={(startZone) =>
              change(
                draft.endZone === draft.startZone
                  ? { startZone, endZone: startZone }
                  : { startZone },
              )
            }
          />
          <ZoneField
            label="End time zone"
            zone={draft.endZone}
            change={(endZone) => change({ endZone })}
          />
        </details>
      )}
    </>
  );
}

const zonesText = ({ startZone, endZone }: EventDraft): string =>
  startZone === endZone ? startZone : `${startZone} to ${endZone}`;
