/** What administrators do on the page Connected people. */
import {
  inputOf,
  pushes,
  restarts,
  shows,
  type Actions,
  type ActionEntry,
  type Answer,
  type Caller,
  type Inputs,
} from '../card/action';
import { failureWords } from '../card/failure-words';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { connectedCard, outcomeCard, policyCard, troubleCard, type Wanted } from './cards';
import { isSwitchedOn, linesOf, type Line } from './lines';
import { CONNECTED } from './names';
import { planSave, type Plan, type Switched } from './plan';
import type { ConnectedDesk, ConnectedPorts, SyncChange, WhoConnects } from './ports';

export function connectedActions({ desk: deskOf }: ConnectedPorts): Actions {
  const withDesk = (
    run: (desk: ConnectedDesk, inputs: Inputs, caller: Caller) => Answer,
  ): ActionEntry => ({
    for: 'operator',
    reach: 'workbook',
    run(inputs, caller) {
      const desk = deskOf();
      return desk.ok ? run(desk.value, inputs, caller) : shows(troubleCard(desk.failure));
    },
  });
  return {
    [CONNECTED.show]: {
      ...withDesk((desk, inputs) => show(desk, inputs)),
      for: 'auditor',
      isRead: true,
    },
    [CONNECTED.save]: withDesk(save),
    [CONNECTED.start]: withDesk((desk, inputs) => start(desk, inputs, inputOf(inputs, 'user'))),
    [CONNECTED.startAll]: withDesk((desk, inputs) => start(desk, inputs, null)),
    [CONNECTED.policy]: {
      ...withDesk((desk) => {
        const policy = desk.policy();
        return policy.ok ? pushes(policyCard(policy.value)) : shows(troubleCard(policy.failure));
      }),
      for: 'auditor',
      isRead: true,
    },
    [CONNECTED.savePolicy]: withDesk(savePolicy),
  };
}

function savePolicy(desk: ConnectedDesk, inputs: Inputs): Answer {
  const who = inputOf(inputs, 'who');
  if (who !== 'person' && who !== 'administrators')
    return show(desk, {}, 'Nothing was saved. Choose again.');
  const saved = desk.savePolicy(who);
  return saved.ok ? show(desk, {}, 'Saved.') : shows(troubleCard(saved.failure));
}

interface Everybody {
  readonly lines: readonly Line[];
  readonly policy: WhoConnects;
}

function everybody(desk: ConnectedDesk): Result<Everybody, Failure> {
  const policy = desk.policy();
  if (!policy.ok) return policy;
  const people = desk.people();
  if (!people.ok) return people;
  const syncs = desk.syncs();
  if (!syncs.ok) return syncs;
  return ok({ lines: linesOf(people.value, syncs.value), policy: policy.value });
}

/** The switches of the card, as they were shown and as they are now. */
const switchesIn = (inputs: Inputs): Switched[] =>
  inputOf(inputs, 'seen')
    .split(' ')
    .filter(Boolean)
    .map((text) => {
      const [name = '', before] = text.split('=');
      const key = decoded(name);
      return {
        key,
        before: before === 'on',
        after: (inputs[`on.${key}`] ?? []).includes('on'),
        address: inputOf(inputs, `at.${key}`),
      };
    });

/** Anybody may send anything. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whoever turns the page with switches that are not saved stays where they are. */
function show(desk: ConnectedDesk, inputs: Inputs, notice: string | null = null): Answer {
  const all = everybody(desk);
  if (!all.ok) return shows(troubleCard(all.failure));
  const { wanted, isLeft } = wantedIn(inputs, all.value.lines);
  const { serviceAccount } = desk;
  return restarts(
    connectedCard({ ...all.value, serviceAccount }, wanted),
    notice ?? (isLeft ? 'Save or discard what you changed first.' : null),
  );
}

/** @returns `isLeft`: whether they wanted to see something else, with changes that are not saved. */
function wantedIn(
  inputs: Inputs,
  lines: readonly Line[],
): { readonly wanted: Wanted; readonly isLeft: boolean } {
  const switched = switchesIn(inputs);
  const unsaved = new Map(
    switched.filter(({ before, after }) => before !== after).map(({ key, after }) => [key, after]),
  );
  for (const line of lines)
    if (unsaved.get(line.key) === isSwitchedOn(line)) unsaved.delete(line.key);
  const isKept = unsaved.size > 0;
  const name = (of: string): string => (isKept ? `shown${of[0]!.toUpperCase()}${of.slice(1)}` : of);
  const group = inputOf(inputs, name('group'));
  return {
    isLeft: isKept,
    wanted: {
      page: Number(inputOf(inputs, name('page'))) || 0,
      find: inputOf(inputs, name('find')),
      group: group === 'connected' || group === 'off' || group === 'stopped' ? group : 'all',
      unsaved,
      addresses: new Map(switched.map(({ key, address }) => [key, address])),
    },
  };
}

/** What the card showed is compared with how things are now: another administrator may have been quicker. */
function save(desk: ConnectedDesk, inputs: Inputs, { email }: Caller): Answer {
  const done = desk.alone((): Result<Plan, Failure> => {
    const all = everybody(desk);
    if (!all.ok) return all;
    const plan = planSave(switchesIn(inputs), { ...all.value, by: email }, desk);
    if (!plan.ok || plan.value.changes.length === 0) return plan;
    const changed = desk.change(plan.value.changes);
    return changed.ok ? plan : changed;
  });
  if (!done.ok) return shows(troubleCard(done.failure));
  const { changes, refused } = done.value;
  const notice =
    changes.length === 0 ? 'Nothing was changed.' : 'Saved. It applies from the next run.';
  if (refused.length === 0) return show(desk, shownIn(inputs), notice);
  const heading = changes.length === 0 ? 'Nothing was saved' : 'Not everything was saved';
  return pushes(outcomeCard(heading, refused));
}

/** The same page again, without its switches. */
const shownIn = (inputs: Inputs): Inputs => ({
  page: inputs['shownPage'] ?? [],
  find: inputs['shownFind'] ?? [],
  group: inputs['shownGroup'] ?? [],
});

/** Looking at somebody takes about a second, and a press has to be answered. */
const MOST_STARTED = 15;

interface Started {
  readonly changes: readonly SyncChange[];
  readonly sentences: readonly string[];
  readonly failures: readonly Failure[];
}

/** Looks at the cause again (I12). @param key null for everybody who is stopped. */
function start(desk: ConnectedDesk, inputs: Inputs, key: string | null): Answer {
  const done = desk.alone((): Result<Started, Failure> => {
    const all = everybody(desk);
    if (!all.ok) return all;
    const stopped = all.value.lines.filter(
      (line) => line.state === 'stopped' && (key === null || line.key === key),
    );
    const started = startedOf(desk, stopped.slice(0, MOST_STARTED), all.value.policy);
    const left = stopped.length - MOST_STARTED;
    if (left > 0) started.sentences.push(`${left} more were not looked at: press Start all again.`);
    const changed = started.changes.length === 0 ? ok(null) : desk.change(started.changes);
    return changed.ok ? ok(started) : fail(changed.failure);
  });
  if (!done.ok) return shows(troubleCard(done.failure));
  const { changes, sentences, failures } = done.value;
  if (sentences.length === 0)
    return show(
      desk,
      shownIn(inputs),
      changes.length > 0 ? STARTED : 'Nobody is stopped any more.',
    );
  const heading = `Started: ${changes.length}. Still stopped: ${sentences.length}.`;
  return pushes(outcomeCard(heading, sentences, failures.length === 1 ? failures[0]! : null));
}

const STARTED = 'Started. The next run syncs again.';

function startedOf(desk: ConnectedDesk, stopped: readonly Line[], policy: WhoConnects) {
  const changes: SyncChange[] = [];
  const sentences: string[] = [];
  const failures: Failure[] = [];
  for (const { name, sync } of stopped) {
    if (sync === null) continue;
    const proved = desk.prove(sync);
    if (!proved.ok) {
      failures.push(proved.failure);
      const { heading, cure } = failureWords(proved.failure);
      sentences.push(`${name}: ${heading}. ${cure}`);
    } else if (sync.state === 'on' || (sync.connected && policy === 'administrators'))
      changes.push({ kind: 'start', userId: sync.userId });
    else
      sentences.push(
        `${name}: what stopped it is cured. It was their own sync, so only they can turn it on again, on their card in Google Calendar.`,
      );
  }
  return { changes, sentences, failures };
}
