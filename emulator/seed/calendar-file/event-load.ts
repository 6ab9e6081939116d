import { GoogleError } from '../../workspace/google-error';
import type { FileReport, Remark } from '../file-report';
import type { Component } from './components';
import { partsOf, type Group } from './following';
import { isOwn, isThere, putOccurrence, putWhole, type Owner } from './put-event';
import { readEvent, type ReadEvent } from './read-event';
import type { Zones } from './zones';

/** The events of one file on their way to one calendar. */
export class EventLoad {
  private readonly groups: readonly Group[];
  private readonly skipped: Remark[] = [];
  private readonly notes: Remark[] = [];
  private loaded = 0;
  private already = 0;

  constructor(
    private readonly owner: Owner,
    components: readonly Component[],
    zones: Zones,
  ) {
    const events = components.flatMap((one) => this.read(one, zones));
    this.groups = this.groupByUid(events).flatMap((group) => this.split(group));
  }

  /** Adds the events that the person organizes. */
  putOwn(): void {
    for (const group of this.groups) if (this.isOwn(group)) this.putGroup(group);
  }

  /** Adds the events that others organize. */
  putOthers(): void {
    for (const group of this.groups) if (!this.isOwn(group)) this.putGroup(group);
  }

  report(): FileReport & { readonly already: number } {
    const inOrder = (remarks: readonly Remark[]): Remark[] =>
      [...remarks].sort((a, b) => a.line - b.line);
    const { loaded, already } = this;
    return { loaded, already, skipped: inOrder(this.skipped), notes: inOrder(this.notes) };
  }

  private isOwn({ whole, occurrences }: Group): boolean {
    const event = whole ?? occurrences[0];
    return event !== undefined && isOwn(this.owner, event);
  }

  /** The parser's errors have no type of their own: any Error while reading an event is about that event. */
  private read(component: Component, zones: Zones): ReadEvent[] {
    try {
      return [readEvent(component, zones)];
    } catch (error) {
      const reason = (error as Error).message.replace(/\.$/, '');
      this.skipped.push({ line: component.line, reason, ...uidIn(component) });
      return [];
    }
  }

  private groupByUid(events: readonly ReadEvent[]): Group[] {
    const byUid = new Map<string, { whole?: ReadEvent; occurrences: ReadEvent[] }>();
    for (const event of this.chooseNewest(events)) {
      const group = byUid.get(event.uid) ?? { occurrences: [] };
      byUid.set(event.uid, group);
      if (event.original) group.occurrences.push(event);
      else group.whole = event;
    }
    return [...byUid.values()].map(({ whole, occurrences }) => ({
      whole,
      occurrences: occurrences.filter((one): one is Group['occurrences'][number] =>
        Boolean(one.original),
      ),
    }));
  }

  private split(group: Group): readonly Group[] {
    const { groups, skipped } = partsOf(group);
    for (const { event, reason } of skipped) this.skip(event, reason);
    return groups;
  }

  /** Keeps the newest version of each event and of each changed occurrence. A cancellation can be the newest version. */
  private chooseNewest(events: readonly ReadEvent[]): Iterable<ReadEvent> {
    const kept = new Map<string, ReadEvent>();
    for (const event of events) {
      const key = JSON.stringify([event.uid, event.original, event.isForFollowing]);
      const known = kept.get(key);
      if (known && !isNewer(event, known)) this.skip(event, reasonBeside(known, event));
      else {
        if (known) this.skip(known, reasonBeside(event, known));
        kept.set(key, event);
      }
    }
    return kept.values();
  }

  private putGroup({ whole, occurrences }: Group): void {
    const first = whole ?? occurrences[0]!;
    if (isThere(this.owner, first)) {
      this.already += occurrences.length + (whole ? 1 : 0);
      return;
    }
    const isPut = whole !== undefined && this.putSeries(whole);
    for (const occurrence of occurrences)
      this.attempt(occurrence, () =>
        putOccurrence(this.owner, occurrence, isPut ? whole : undefined)
          ? null
          : 'it cancels an occurrence of a series that does not exist',
      );
  }

  private putSeries(event: ReadEvent): boolean {
    return this.attempt(event, () => {
      if (event.body.status === 'cancelled') return 'it is cancelled';
      putWhole(this.owner, event);
      return null;
    });
  }

  /** Counts an event that was added, or records why it was not. */
  private attempt(event: ReadEvent, put: () => string | null): boolean {
    const problem = refusalOf(put);
    if (problem !== null) {
      this.skip(event, problem);
      return false;
    }
    this.loaded++;
    for (const reason of event.notes) this.notes.push(remarkOn(event, reason));
    return true;
  }

  private skip(event: ReadEvent, reason: string): void {
    this.skipped.push(remarkOn(event, reason));
  }
}

/** Whether an event is a later version than another. */
const isNewer = ({ revision: a }: ReadEvent, { revision: b }: ReadEvent): boolean =>
  a.sequence > b.sequence || (a.sequence === b.sequence && a.stamp > b.stamp);

/** Why an event is left out where another is kept. */
const reasonBeside = (kept: ReadEvent, left: ReadEvent): string =>
  isNewer(kept, left)
    ? `line ${kept.line} has a newer version of it`
    : `line ${kept.line} has the same UID`;

const remarkOn = ({ line, uid }: ReadEvent, reason: string): Remark => ({
  line,
  reason,
  name: `UID ${uid}`,
});

/** The UID of a component that could not be read. */
function uidIn({ lines }: Component): { readonly name?: string } {
  const line = lines.find((text) => /^UID[;:]/i.test(text));
  return line === undefined ? {} : { name: `UID ${line.slice(line.indexOf(':') + 1).trim()}` };
}

function refusalOf(put: () => string | null): string | null {
  try {
    return put();
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    return `Calendar refuses it: ${error.message.replace(/\.$/, '')}`;
  }
}
