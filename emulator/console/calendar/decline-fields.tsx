import { Field } from '../shell/field';
import { Select } from './select';
import type { FormPart } from './when-fields';

const MODES = [
  { value: 'declineNone', label: 'Decline nothing' },
  {
    value: 'declineOnlyNewConflictingInvitations',
    label: 'Only new meeting invitations',
  },
  { value: 'declineAllConflictingInvitations', label: 'New and existing meetings' },
];

/** How out of office and focus time handle meetings; nothing for other events. */
export function DeclineFields({ draft, change }: FormPart) {
  if (draft.type !== 'outOfOffice' && draft.type !== 'focusTime') return null;
  return (
    <>
      <Select
        label="Automatically decline meetings"
        value={draft.declineMode}
        options={MODES}
        change={(declineMode) => change({ declineMode })}
      />
      {draft.declineMode !== 'declineNone' && (
        <Field
          label="Message"
          value={draft.declineMessage}
          onInput={({ currentTarget: { value } }) => change({ declineMessage: value })}
        />
      )}
    </>
  );
}
