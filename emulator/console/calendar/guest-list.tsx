import type { Answer, CalendarEvent, Guest } from './event-resource';

const WORDS: Readonly<Record<Answer, string>> = {
  accepted: 'Yes',
  declined: 'No',
  tentative: 'Maybe',
  needsAction: 'Awaiting',
};
const MARKS: Readonly<Record<Answer, string>> = {
  accepted: '✓',
  declined: '✕',
  tentative: '?',
  needsAction: '',
};

/** A guest with their answer. */
export function GuestName({ guest }: { readonly guest: Guest }) {
  const { email, displayName, organizer, optional, responseStatus = 'needsAction' } = guest;
  const notes = [organizer && 'Organizer', optional && 'Optional', guest.comment].filter(Boolean);
  return (
    <span class="guest">
      <span class="avatar" aria-hidden="true">
        {(displayName ?? email).slice(0, 1)}
        {MARKS[responseStatus] && (
          <span class={`mark ${responseStatus}`}>{MARKS[responseStatus]}</span>
        )}
      </span>
      <span>
        {displayName ?? email}
        <span class="visually-hidden">, {WORDS[responseStatus]}</span>
        {notes.length > 0 && <span class="soft">{notes.join(' · ')}</span>}
      </span>
    </span>
  );
}

/** `3 guests` with `1 yes, 2 awaiting`, then everybody. */
export function GuestList({ event }: { readonly event: CalendarEvent }) {
  const { attendees = [], attendeesOmitted } = event;
  const counts = (['accepted', 'declined', 'tentative', 'needsAction'] as const)
    .map(
      (answer) =>
        [
          answer,
          attendees.filter(({ responseStatus = 'needsAction' }) => responseStatus === answer)
            .length,
        ] as const,
    )
    .filter(([, count]) => count > 0)
    .map(([answer, count]) => `${count} ${WORDS[answer].toLowerCase()}`);
  return (
    <>
      <p>
        {attendeesOmitted
          ? 'The guest list is hidden.'
          : `${attendees.length} ${attendees.length === 1 ? 'guest' : 'guests'}`}
        <span class="soft">{counts.join(', ')}</span>
      </p>
      <ul class="guests" aria-label="Guests">
        {attendees.map((guest) => (
          <li key={guest.email}>
            <GuestName guest={guest} />
          </li>
        ))}
      </ul>
    </>
  );
}
