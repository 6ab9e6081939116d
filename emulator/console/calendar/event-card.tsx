import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../shell/icon';
import { Bubble } from './bubble';
import type { CalendarClient } from './calendar-client';
import type { CalendarHome } from './calendar-home';
import { EventIcon } from './event-icon';
import { isHidden, rightsOf, titleOf } from './event-rights';
import { nameOf, type Answer, type ShownEvent } from './event-resource';
import { spanOf } from './event-span';
import { keyOf, ownAnswer } from './grid-events';
import { GuestList } from './guest-list';
import type { Hands } from './hands';
import { repeatWords } from './repeat-words';
import { textOfHtml } from './text-of-html';
import { spanWords } from './time-words';

/** The window beside an event: its details and actions. */
export function EventCard({
  shown,
  home,
  client,
  hands,
  editHref,
  close,
}: {
  readonly shown: ShownEvent;
  readonly home: CalendarHome;
  readonly client: CalendarClient;
  readonly hands: Hands;
  readonly editHref: string;
  readonly close: () => void;
}) {
  const rights = rightsOf(shown);
  return (
    <Bubble label={titleOf(shown)} anchorKey={keyOf(shown)} close={close}>
      <div class="bubble-bar">
        {(rights.change || rights.invite) && (
          <a
            class="button icon"
            href={editHref}
            aria-label="Edit event"
            title="Edit event"
            data-first
          >
            <EventIcon name="edit" />
          </a>
        )}
        {rights.remove && (
          <button
            type="button"
            class="button icon"
            aria-label="Delete event"
            title="Delete event"
            onClick={() => void hands.remove(shown).then((gone) => gone && close())}
          >
            <EventIcon name="remove" />
          </button>
        )}
        <button type="button" class="button icon" aria-label="Close" onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <div class="bubble-body">
        <Details shown={shown} home={home} client={client} />
        {rights.why && <p class="soft why">{rights.why}</p>}
      </div>
      {ownAnswer(shown.event) && rights.remove && <AnswerBar shown={shown} hands={hands} />}
    </Bubble>
  );
}

function Details({
  shown,
  home,
  client,
}: {
  readonly shown: ShownEvent;
  readonly home: CalendarHome;
  readonly client: CalendarClient;
}) {
  const { event, entry } = shown;
  const color = home.eventColors[event.colorId ?? ''] ?? entry.backgroundColor;
  const words = useSeriesWords(client, shown);
  const isOpen = entry.accessRole !== 'freeBusyReader' && !isHidden(event);
  return (
    <>
      <div class="event-head">
        <span class="swatch" style={`background:${color}`} />
        <div>
          <h2>{titleOf(shown)}</h2>
          <p>{spanWords(spanOf(event, home.zone), home.hour24)}</p>
          {words && <p class="soft">{words}</p>}
        </div>
      </div>
      {event.location && <Row icon="place">{event.location}</Row>}
      {event.hangoutLink && (
        <Row icon="video">
          <a href={event.hangoutLink} target="_blank" rel="noreferrer">
            {event.hangoutLink}
          </a>
        </Row>
      )}
      {(event.attendees?.length ?? 0) > 0 && (
        <Row icon="guests">
          <GuestList event={event} />
        </Row>
      )}
      {event.description && (
        <Row icon="notes">
          <p class="description">{textOfHtml(event.description)}</p>
        </Row>
      )}
      <Row icon="busy">
        {nameOf(entry)}
        {event.organizer && !event.organizer.self && (
          <span class="soft">
            Organizer: {event.organizer.displayName ?? event.organizer.email}
          </span>
        )}
      </Row>
      {isOpen && (
        <Row icon="time">
          {event.transparency === 'transparent' ? 'Free' : 'Busy'}
          {TYPES[event.eventType ?? ''] && <span class="soft">{TYPES[event.eventType ?? '']}</span>}
        </Row>
      )}
      {event.visibility && event.visibility !== 'default' && (
        <Row icon="lock">{event.visibility === 'public' ? 'Public' : 'Private'}</Row>
      )}
    </>
  );
}

const TYPES: Readonly<Record<string, string>> = {
  outOfOffice: 'Out of office',
  focusTime: 'Focus time',
  workingLocation: 'Working location',
  birthday: 'Birthday',
  fromGmail: 'From Gmail',
};

const Row = ({
  icon,
  children,
}: {
  readonly icon: Parameters<typeof EventIcon>[0]['name'];
  readonly children: ComponentChildren;
}) => (
  <div class="event-row">
    <EventIcon name={icon} />
    <div>{children}</div>
  </div>
);

const ANSWERS: readonly (readonly [Answer, string])[] = [
  ['accepted', 'Yes'],
  ['declined', 'No'],
  ['tentative', 'Maybe'],
];

function AnswerBar({ shown, hands }: { readonly shown: ShownEvent; readonly hands: Hands }) {
  return (
    <div class="answer-bar" role="group" aria-label="Going?">
      <span>Going?</span>
      {ANSWERS.map(([answer, label]) => (
        <button
          key={answer}
          type="button"
          class="button outlined"
          aria-pressed={ownAnswer(shown.event) === answer}
          onClick={() => void hands.answer(shown, answer)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

/** How an occurrence's series repeats; empty for other events. */
function useSeriesWords(client: CalendarClient, { event, entry }: ShownEvent): string {
  const [words, setWords] = useState('');
  useEffect(() => {
    setWords('');
    if (!event.recurringEventId) return;
    void client.event(entry.id, event.recurringEventId).then(
      ({ recurrence = [] }) => setWords(repeatWords(recurrence)),
      () => {},
    );
  }, [entry.id, event.recurringEventId]);
  return words;
}
