import type { WebAppWorkspace } from './web-app-workspace';
import type { HttpResponse } from '../kit/http-message';
import { BASE64URL } from '../kit/random';

/** How many answers wait to be fetched: a browser requests the second half of a page at once. */
const MOST = 100;

const kept = new WeakMap<WebAppWorkspace, Map<string, HttpResponse>>();

/** Keeps a web app's answer for one later request. @returns the path and query of its address. */
export function keep(workspace: WebAppWorkspace, response: HttpResponse): string {
  const answers = kept.get(workspace) ?? new Map<string, HttpResponse>();
  kept.set(workspace, answers);
  const key = workspace.random.text(64, BASE64URL);
  answers.set(key, response);
  for (const oldest of answers.keys()) {
    if (answers.size <= MOST) break;
    answers.delete(oldest);
  }
  return `/macros/echo?user_content_key=${key}&lib=${workspace.random.text(33, BASE64URL)}`;
}

/** The answer that was kept; undefined the second time. */
export function takeKept(workspace: WebAppWorkspace, key: string): HttpResponse | undefined {
  const answers = kept.get(workspace);
  const response = answers?.get(key);
  answers?.delete(key);
  return response;
}
