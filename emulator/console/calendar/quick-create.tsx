import { useState } from 'preact/hooks';
import { Field } from '../shell/field';
import { Icon } from '../shell/icon';
import { Problem } from '../shell/loading';
import { Bubble } from './bubble';
import { ofType, problemOf, type EventDraft } from './event-draft';
import type { EventType } from './event-resource';
import { WhenFields } from './when-fields';

const TYPES: readonly (readonly [EventType, string])[] = [
  ['default', 'Event'],
  ['outOfOffice', 'Out of office'],
  ['focusTime', 'Focus time'],
];

/** The small form beside a new event. */
export function QuickCreate({
  draft,
  change,
  types,
  save,
  more,
  close,
}: {
  readonly draft: EventDraft;
  readonly change: (draft: EventDraft) => void;
  /** Whether the account has out of office and focus time. */
  readonly types: boolean;
  /** @returns false when the person changed their mind. @throws Refused */
  readonly save: () => Promise<boolean>;
  /** Opens the whole form. */
  readonly more: () => void;
  readonly close: () => void;
}) {
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const problem = problemOf(draft);
    if (problem) return setError(new Error(problem));
    setBusy(true);
    try {
      if (await save()) close();
    } catch (refused) {
      setError(refused as Error);
    }
    setBusy(false);
  };
  return (
    <Bubble label="New event" anchorKey="draft" close={close}>
      <form onSubmit={(event) => void submit(event)}>
        <div class="bubble-bar">
          <button type="button" class="button icon" aria-label="Close" onClick={close}>
            <Icon name="close" />
          </button>
        </div>
        <div class="bubble-body">
          {error && <Problem error={error} />}
          <Field
            label="Title"
            placeholder={draft.type === 'outOfOffice' ? 'Out of office' : 'Add title'}
            data-first
            autocomplete="off"
            value={draft.title}
            onInput={({ currentTarget: { value } }) => change({ ...draft, title: value })}
          />
          {types && (
            <div class="types" role="group" aria-label="Kind of event">
              {TYPES.map(([type, label]) => (
                <button
                  key={type}
                  type="button"
                  class="button"
                  aria-pressed={draft.type === type}
                  onClick={() => change(ofType(draft, type))}
                >
                  {label}
                </button>
              ))}
            </div>
          )}
          <WhenFields draft={draft} change={(parts) => change({ ...draft, ...parts })} />
        </div>
        <div class="bubble-actions">
          <button type="button" class="button" onClick={more}>
            More options
          </button>
          <button type="submit" class="button filled" disabled={busy}>
            Save
          </button>
        </div>
      </form>
    </Bubble>
  );
}
