/** A person's calendar-updated trigger in an organization that is disconnected: it goes, and comes back when they are connected again. */
import { removeTriggers, TRIGGER_DOORS, watchOwnCalendar } from '../google/triggers';
import type { Execution } from './execution';

/** In the person's own properties: their trigger was taken away without their asking. */
const TAKEN = 'trigger.taken';

export const isDisconnected = ({ tenant }: Pick<Execution, 'tenant'>): boolean =>
  tenant?.stop?.kind === 'disconnected';

/** Nothing of an organization that is disconnected runs any more; only the person's own execution can take their trigger away. */
export function takeOwnTrigger({ own }: Pick<Execution, 'own'>): void {
  removeTriggers(TRIGGER_DOORS.calendarUpdated);
  void own.set({ [TAKEN]: 'yes' });
}

/** Makes Google report changes of the person's calendar again. What cannot be made now is tried when the next card opens. */
export function giveOwnTriggerBack(at: Pick<Execution, 'own' | 'tenant' | 'caller'>): void {
  const { own, caller } = at;
  if (isDisconnected(at) || own.get(TAKEN) === null) return;
  if (watchOwnCalendar(TRIGGER_DOORS.calendarUpdated, caller.email).ok) own.delete([TAKEN]);
}
