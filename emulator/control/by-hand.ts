import { apiMethodDescription } from '../discovery/discovery';
import { MediaAnswer } from '../workspace/api-method';
import { ConsoleRefusal } from '../workspace/admin-action';
import { ADMIN_ACTIONS } from '../workspace/admin-actions';
import { requireAccount } from './account';
import type { ControlAction } from './control-action';
import { ControlRefusal } from './input';

/** What a person does by hand in Google's own products, as a call of the API behind it. Fires triggers. */
export const act: ControlAction = ({ workspace }, input) => {
  input.allowOnly(['as', 'method', 'params', 'body']);
  const { email } = requireAccount(workspace, input.text('as'));
  const method = input.text('method');
  if (!apiMethodDescription(method))
    throw new ControlRefusal(404, `"method" is not a method of an emulated API: ${method}.`);
  const params = input.optionalObject('params') ?? {};
  const answer = workspace.act(email, method, params, input.optionalObject('body') ?? null);
  if (answer instanceof MediaAnswer)
    return {
      contentType: answer.contentType,
      base64: Buffer.from(answer.bytes).toString('base64'),
    };
  return { answer: answer ?? null };
};

/** What an administrator does in a console that has no public API. */
export const admin: ControlAction = ({ workspace }, input) => {
  input.allowOnly(['as', 'action', 'input']);
  const actor = requireAccount(workspace, input.text('as'));
  const name = input.text('action');
  const action = Object.hasOwn(ADMIN_ACTIONS, name) ? ADMIN_ACTIONS[name] : undefined;
  if (!action)
    throw new ControlRefusal(
      404,
      `"action" is unknown: ${name}. Known: ${Object.keys(ADMIN_ACTIONS).sort().join(', ')}.`,
    );
  try {
    return { result: action(workspace, actor, input.optionalObject('input') ?? {}) ?? null };
  } catch (error) {
    if (error instanceof ConsoleRefusal) throw new ControlRefusal(403, error.message);
    throw error;
  }
};
