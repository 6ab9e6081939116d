/** The Admin page's door: which places there are, what a place shows, and what its buttons do. */
import { array, record, safeParse, string } from 'valibot';
import { inputOf, type Answer, type Inputs, type Role } from '../card/action';
import { card, paragraph, section } from '../card/card';
import type { Card } from '../card/card-json';
import { failureWords } from '../card/failure-words';
import { OPEN_PAGE, PLACE_INPUT } from '../card/door-names';
import { pageAnswer, pageOf, type Page, type PageFrame, type Place } from '../card/page';
import type { Failure } from '../kit/failure';
import type { FeaturePlace } from '../runs/feature';
import { act } from './actions';
import type { Execution } from './execution';
import type { Mounted } from './mounted';
import { knownTenant } from './presence';
import { lastRoleOf, roleOf } from './roles';

type Features = readonly Mounted[];

const placesIn = (features: Features): readonly FeaturePlace[] =>
  features.flatMap(({ places }) => places);

/** Where everybody begins. */
const firstIn = (features: Features): FeaturePlace =>
  placesIn(features).find(({ isAlways }) => isAlways)!;

/** Anybody may call it with anything. Values that do not have the right form are ignored. */
export function adminPage(
  features: Features,
  opened: Execution,
  action: unknown,
  sent: unknown,
): Page {
  const execution = { ...opened, tenant: knownTenant(opened) };
  const visitor = visitorOf(execution);
  if (visitor.kind !== 'welcome') return closedPage(execution, visitor);
  const name = typeof action === 'string' ? action : '';
  const parsed = safeParse(record(string(), array(string())), sent);
  const inputs: Inputs = parsed.success ? parsed.output : {};
  if (name !== '' && name !== OPEN_PAGE) {
    const answer = act({ features, execution, action: name, inputs });
    return pageAnswer(frame(features, execution, placeOf(features, name)), answer);
  }
  const wanted = inputOf(inputs, PLACE_INPUT);
  const place =
    placesFor(features, execution).find((found) => found.action === wanted) ?? firstIn(features);
  const answer = act({ features, execution, action: place.action, inputs: {} });
  const page = pageOf(frame(features, execution, place), [cardOf(answer, place)]);
  const { notice, isWatched = false, table = null } = answer;
  return { ...page, notice, isWatched, table };
}

type Visitor =
  | { readonly kind: 'welcome' }
  /** Not an administrator, in an organization that is set up. */
  | { readonly kind: 'person' }
  /** Google does not say, and never has. */
  | { readonly kind: 'unknown'; readonly failure: Failure };

/** Before an organization is set up, everybody may begin; afterwards the page is its administrators'. */
function visitorOf(execution: Execution): Visitor {
  if (execution.tenant === null) return { kind: 'welcome' };
  const role = roleOf(execution);
  if (role.ok) return { kind: role.value === null ? 'person' : 'welcome' };
  const last: Role | null = lastRoleOf(execution);
  return last === null ? { kind: 'unknown', failure: role.failure } : { kind: 'welcome' };
}

/** Says only whom to ask: no menu, no names, no steps that the visitor cannot take. */
function closedPage(
  { caller }: Execution,
  visitor: Exclude<Visitor, { readonly kind: 'welcome' }>,
): Page {
  const text =
    visitor.kind === 'person'
      ? 'Tandem is set up for your organization, and this page is for its Workspace administrators: ask them if something should change.'
      : `Google does not say right now whether you administer this organization (${failureWords(visitor.failure).heading}). Ask your Workspace administrator.`;
  return pageOf({ title: 'Tandem', account: caller.email, places: [], next: null }, [
    card('Tandem', section('', paragraph(text))),
  ]);
}

/** A place is never empty: if the visitor may see nothing there, it says why. */
const cardOf = ({ card: shown, notice }: Answer, { title }: FeaturePlace): Card =>
  shown ?? card(title, section('', paragraph(notice ?? '')));

/** For somebody whose identity Google does not reveal. */
export const refusedPage =
  (features: Features) =>
  (refusal: Card): Page =>
    pageOf({ title: firstIn(features).title, account: '', places: [], next: null }, [refusal]);

/** Before an organization is set up there is only one place. */
const placesFor = (features: Features, execution: Execution): readonly FeaturePlace[] =>
  isSetUp(execution) ? placesIn(features) : placesIn(features).filter(({ isAlways }) => isAlways);

/** The action that was just run may have been the one that set it up. */
const isSetUp = ({ tenant, tenants, caller }: Execution): boolean =>
  tenant !== null || tenants.byDomain(caller.domain).kind === 'value';

const familyOf = (action: string): string => action.slice(0, action.indexOf('.'));

const placeOf = (features: Features, action: string): FeaturePlace =>
  placesIn(features).find((place) => familyOf(place.action) === familyOf(action)) ??
  firstIn(features);

function frame(features: Features, execution: Execution, current: FeaturePlace): PageFrame {
  const places = placesFor(features, execution).map(({ action, title }): Place => ({
    action,
    title,
    isCurrent: action === current.action,
  }));
  return {
    title: current.title,
    account: execution.caller.email,
    places,
    next: current.isAlways ? null : nextStep(features, execution),
  };
}

/** Where the set-up goes on, for whoever may do it. The place that is always there shows all steps itself. */
function nextStep(features: Features, execution: Execution): PageFrame['next'] {
  if (execution.tenant?.stop) return { text: 'Tandem is paused', action: firstIn(features).action };
  const role = lastRoleOf(execution);
  if (role !== 'owner' && role !== 'operator') return null;
  const next = features.find(({ step }) => step !== null && !step.isDone(execution))?.step;
  return next ? { text: next.text, action: next.action } : null;
}
