import type { JsonObject } from '../workspace/api-method';
import { emptyState, type WorkspaceState } from '../workspace/state/workspace-state';
import { ControlRefusal, Input } from './input';

/**
 * A saved company, checked in outline: every part is there and of the right kind. Its contents are not checked.
 *
 * @throws ControlRefusal naming the part that is missing or wrong.
 */
export function readState(given: JsonObject): WorkspaceState {
  const outline = emptyState(0) as unknown as Record<string, unknown>;
  const input = new Input(given).allowOnly(Object.keys(outline));
  if (given['version'] !== outline['version'])
    throw new ControlRefusal(400, `"version" must be ${String(outline['version'])}.`);
  for (const [name, part] of Object.entries(outline)) {
    if (typeof part !== 'object' || part === null) continue;
    if (Array.isArray(part)) input.list(name);
    else for (const field of Object.keys(part)) requireField(input.object(name), name, field);
  }
  return given as unknown as WorkspaceState;
}

function requireField(part: JsonObject, name: string, field: string): void {
  if (!(field in part)) throw new ControlRefusal(400, `"${name}.${field}" is missing.`);
}
