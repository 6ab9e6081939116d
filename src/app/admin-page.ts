/** The Admin page's door: where one is, what is there, and what a button there does. */
import { array, record, safeParse, string } from 'valibot';
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
import { valueOr } from '../kit/slot';
import type { FeaturePlace } from '../runs/feature';
import { act } from './actions';
import type { Execution } from './execution';
import { FEATURES } from './features';

const PLACES: readonly FeaturePlace[] = FEATURES.flatMap(({ places }) => places);

/** Where everybody begins. */
const FIRST: FeaturePlace = PLACES.find(({ isAlways }) => isAlways)!;

/** Anything may call it with anything: what is not of the right form is as if it was not there. */
export function adminPage(execution: Execution, action: unknown, sent: unknown): Page {
  const name = typeof action === 'string' ? action : '';
  const parsed = safeParse(record(string(), array(string())), sent);
  const inputs: Inputs = parsed.success ? parsed.output : {};
  if (name !== '' && name !== OPEN_PAGE) {
    const answer = act(execution, name, inputs);
    return pageAnswer(frame(execution, placeOf(name)), answer);
  }
  const wanted = inputOf(inputs, PLACE_INPUT);
  const place = placesFor(execution).find((found) => found.action === wanted) ?? FIRST;
  const answer = act(execution, place.action, {});
  return { ...pageOf(frame(execution, place), [cardOf(answer, place)]), notice: answer.notice };
}

/** A place is never empty: where nothing may be seen, the reason stands. */
const cardOf = ({ card: shown, notice }: Answer, { title }: FeaturePlace): Card =>
  shown ?? card(title, section('', paragraph(notice ?? '')));

/** For somebody of whom Google does not tell who they are. */
export const refusedPage = (refusal: Card): Page =>
  pageOf({ title: FIRST.title, account: '', places: [] }, [refusal]);

/** Before an organization is set up there is one place to be. */
const placesFor = ({ caller, tenants }: Execution): readonly FeaturePlace[] =>
  valueOr(tenants.byDomain(caller.domain), null) === null
    ? PLACES.filter(({ isAlways }) => isAlways)
    : PLACES;

const familyOf = (action: string): string => action.slice(0, action.indexOf('.'));

const placeOf = (action: string): FeaturePlace =>
  PLACES.find((place) => familyOf(place.action) === familyOf(action)) ?? FIRST;

function frame(execution: Execution, current: FeaturePlace): PageFrame {
  const places = placesFor(execution).map(({ action, title }): Place => ({
    action,
    title,
    isCurrent: action === current.action,
  }));
  return { title: current.title, account: execution.caller.email, places };
}
