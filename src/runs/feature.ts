/**
 * What a feature offers to whoever composes Tandem: one folder exports one of these, and one line of `app/features.ts`
 * mounts it. Doors, manifest, delegation, the Admin page's navigation, health and the runner fold over that list; none of
 * them knows a feature by name.
 */
import type { Actions, Caller } from '../card/action';
import type { Card } from '../card/card-json';
import type { Failure } from '../kit/failure';
import type { Needs } from '../kit/needs';
import type { Result } from '../kit/result';
import type { Slot } from '../kit/slot';
import type { Ended } from './checkpoint';
import type { Work } from './execution';

/** A place in the Admin page's navigation. */
export interface FeaturePlace {
  /** The action that shows it. */
  readonly action: string;
  readonly title: string;
  /** Whether it can be seen before the organization is set up. */
  readonly isAlways?: boolean;
  /** Whether there is nothing to set up here, so that it is not offered as a next step after finalizing. */
  readonly isForLater?: boolean;
}

/** What an administrator does once, after finalizing, so that a feature begins to work. */
export interface FeatureStep<P> {
  /** For example `Bring your people in`. */
  readonly text: string;
  readonly action: string;
  /** Asks no API: the page says what comes next wherever it is. */
  isDone(ports: P, caller: Caller): boolean;
}

/** The event that is open beside the panel. */
export interface OpenEventId {
  readonly calendarId: string;
  /** Empty while it was never saved. */
  readonly eventId: string;
}

/** What the host applications show of a feature. The first feature that offers a panel has it. */
export interface Panels<P> {
  /** Calls no API: properties and the cache alone. */
  calendar?(ports: P, caller: Caller): Card;
  openEvent?(ports: P, caller: Caller, event: OpenEventId): Card;
  /** Calls no API. */
  sheets?(ports: P, caller: Caller): Card;
}

/** Something that keeps a feature from working for the whole organization. */
export interface Finding {
  /** `broken`: nothing works until somebody acts. `degraded`: something is late, or waits for a person. */
  readonly state: 'degraded' | 'broken';
  readonly failure: Failure;
}

/** What a feature finds out about itself beyond the outcome of its jobs. */
export interface FeatureHealth<R> {
  /** The time between two checks while all is well, because a check may ask Google. While something is wrong, every run checks. */
  readonly everyMs: number;
  /** Empty when all is well. */
  findings(ports: R): readonly Finding[];
}

/** Work that recurs for an organization, in its sync account's name. Jobs run in the order of the features. */
export interface FeatureJob<R, Point> {
  readonly name: string;
  /** How long it may be due without finishing before administrators are told; three hours when nothing is said. */
  readonly lateAfterMs?: number;
  /** Whether a run that finished with these counts did what could have failed; always, when nothing is said. */
  isProof?(counts: Readonly<Record<string, number>>): boolean;
  /** Whether the organization has it switched off: then nothing counts as wrong with it. */
  isOff?(ports: R): boolean;
  isDue(ports: R): Result<boolean, Failure>;
  /** Where an execution that ran out of time saves how far it came. */
  place(ports: R): Slot<Point>;
  work(ports: R): Work<Point>;
  /** Called after it ended, whatever the outcome. */
  afterwards?(ports: R, ended: Ended): void;
}

/**
 * @typeParam P what its buttons and panels are handed, made when one of them is pressed.
 * @typeParam R what its jobs and its health are handed, made when the runner comes.
 */
export interface Feature<P, R = never> {
  /** The first part of its actions' names: `name.verb`. */
  readonly name: string;
  readonly needs: Needs;
  readonly places?: readonly FeaturePlace[];
  readonly step?: FeatureStep<P>;
  actions(ports: P): Actions;
  readonly panels?: Panels<P>;
  /** Somebody changed the caller's own calendar. */
  calendarUpdated?(ports: P, caller: Caller): void;
  readonly health?: FeatureHealth<R>;
  // Each job has a point of its own form, which nobody else looks at.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly jobs?: readonly FeatureJob<R, any>[];
}
