/** The Admin page's door: where one is, what is there, and what a button there does. */
import { array, record, safeParse, string } from 'valibot';
import { CALENDAR } from '../calendar/panel/action-names';
import { inputOf, type Answer, type Inputs } from '../card/action';
import { card, paragraph, section } from '../card/card';
import type { Card } from '../card/card-json';
import {
  OPEN_PAGE,
  pageAnswer,
  pageOf,
  PLACE_INPUT,
  type Page,
  type PageFrame,
  type Place,
} from '../card/page';
import { DO as DIRECTORY } from '../directory/names';
import { INSTALL } from '../install/names';
import { valueOr } from '../kit/slot';
import { act, CONNECTION } from './actions';
import type { Execution } from './execution';

interface Room {
  readonly action: string;
  readonly title: string;
}

const SET_UP: Room = { action: INSTALL.open, title: 'Integrations' };

const ROOMS: readonly Room[] = [
  SET_UP,
  { action: DIRECTORY.show, title: 'People' },
  { action: CALENDAR.admin, title: 'Calendars' },
  { action: CONNECTION.show, title: 'Connection' },
];

/** Anything may call it with anything: what is not of the right form is as if it was not there. */
export function adminPage(execution: Execution, action: unknown, sent: unknown): Page {
  const name = typeof action === 'string' ? action : '';
  const parsed = safeParse(record(string(), array(string())), sent);
  const inputs: Inputs = parsed.success ? parsed.output : {};
  if (name !== '' && name !== OPEN_PAGE) {
    const answer = act(execution, name, inputs);
    return pageAnswer(frame(execution, roomOf(name)), answer);
  }
  const wanted = inputOf(inputs, PLACE_INPUT);
  const room = roomsFor(execution).find((found) => found.action === wanted) ?? SET_UP;
  const answer = act(execution, room.action, {});
  return { ...pageOf(frame(execution, room), [cardOf(answer, room)]), notice: answer.notice };
}

/** A place is never empty: where nothing may be seen, the reason stands. */
const cardOf = ({ card: shown, notice }: Answer, { title }: Room): Card =>
  shown ?? card(title, section('', paragraph(notice ?? '')));

/** For somebody of whom Google does not tell who they are. */
export const refusedPage = (refusal: Card): Page =>
  pageOf({ title: SET_UP.title, account: '', places: [] }, [refusal]);

/** Before an organisation is set up there is one place to be. */
const roomsFor = ({ caller, tenants }: Execution): readonly Room[] =>
  valueOr(tenants.byDomain(caller.domain), null) === null ? [SET_UP] : ROOMS;

const familyOf = (action: string): string => action.slice(0, action.indexOf('.'));

const roomOf = (action: string): Room =>
  ROOMS.find((room) => familyOf(room.action) === familyOf(action)) ?? SET_UP;

function frame(execution: Execution, current: Room): PageFrame {
  const places = roomsFor(execution).map(({ action, title }): Place => ({
    action,
    title,
    isCurrent: action === current.action,
  }));
  return { title: current.title, account: execution.caller.email, places };
}
