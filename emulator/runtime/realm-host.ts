import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script, type Context } from 'node:vm';
import type { CrossedError, Host, RealmEntry, RealmOutcome, RealmSetting } from './realm/host';
import type { Project } from '../project/project';
import { GoogleError } from '../workspace/google-error';
import { NotEmulated } from '../kit/not-emulated';
import { RealTimeGuard } from './real-time-guard';
import { ExecutionKilled, ScriptException } from './script-exception';

/** What the host half of a service offers its realm half: operations by name. Arguments and answers are JSON. */
export type Operations = Readonly<Record<string, (...args: never[]) => unknown>>;

let prelude: Script | null = null;

/** The code that turns a bare realm into an Apps Script one, bundled from emulator/services/prelude. */
function preludeScript(): Script {
  if (prelude) return prelude;
  const path = [join(__dirname, 'realm.js'), join(__dirname, '../../build/emulator/realm.js')].find(
    (candidate) => existsSync(candidate),
  );
  if (!path) throw new Error('build/emulator/realm.js is missing. Run: npm run build');
  return (prelude = new Script(readFileSync(path, 'utf8'), { filename: 'realm.js' }));
}

const callScripts = new Map<string, Script>();

const CALL_SCRIPTS_KEPT = 1_000;

/** A short piece of code, compiled once: every execution evaluates the same few. */
function callScript(source: string): Script {
  let script = callScripts.get(source);
  if (script) return script;
  if (callScripts.size >= CALL_SCRIPTS_KEPT) callScripts.clear();
  callScripts.set(source, (script = new Script(`{ ${source} }`, { filename: 'call' })));
  return script;
}

/** A fresh global scope with the language, the services and a project's code in it. */
export class Realm {
  private readonly context: Context;
  private readonly entry: RealmEntry;
  private readonly guard: RealTimeGuard;

  /**
   * @param now the Workspace's time.
   * @param realTimeGuardMs how long one function may keep this machine busy.
   */
  constructor(
    private readonly project: Project,
    private readonly operations: Operations,
    now: () => number,
    setting: RealmSetting,
    realTimeGuardMs: number,
  ) {
    this.guard = new RealTimeGuard(realTimeGuardMs);
    // Without a prototype the sandbox gives no access to this process's Object; the microtask queue is the realm's own.
    this.context = createContext(Object.create(null) as Context, {
      microtaskMode: 'afterEvaluate',
    });
    const install = preludeScript().runInContext(this.context) as (
      host: Host,
      setting: string,
    ) => RealmEntry;
    this.entry = install(
      { call: (operation, args) => this.call(operation, args), now },
      JSON.stringify(setting),
    );
  }

  /** Runs the project's files in order, as Apps Script does at the start of every execution. */
  load(): void {
    this.guard.run('the code outside functions', (timeout) => {
      for (const script of this.project.scripts) script.runInContext(this.context, { timeout });
    });
  }

  /** The value of a name, found as Apps Script finds handlers: `f`, `const f = …`, `object.method`; undefined when there is none. */
  find(name: string): unknown {
    if (!/^[\p{ID_Start}$_][\p{ID_Continue}$.]*$/u.test(name)) return undefined;
    return this.evaluate(
      name,
      `typeof ${name.split('.')[0]} === 'undefined' ? undefined : ${name}`,
    );
  }

  /**
   * Calls a function of the realm with JSON arguments, drains its microtasks and returns its outcome.
   *
   * @param name the function's name, for a person.
   * @throws RealTimeGuardError when it keeps this machine busy without end.
   */
  invoke(name: string, handler: unknown, args: readonly unknown[]): RealmOutcome {
    this.entry.prepare(handler, JSON.stringify(args));
    this.evaluate(name, 'const run = __run; delete globalThis.__run; run()');
    return JSON.parse(this.entry.outcome()) as RealmOutcome;
  }

  private evaluate(what: string, source: string): unknown {
    const script = callScript(source);
    return this.guard.run(what, (timeout) => script.runInContext(this.context, { timeout }));
  }

  private call(name: string, args: string): string {
    this.guard.look();
    try {
      const operation = this.operations[name];
      if (!operation) throw new Error(`No service has the operation ${name}.`);
      const answer = operation(...(JSON.parse(args) as never[]));
      return answer === undefined ? '=' : `=${JSON.stringify(answer)}`;
    } catch (error) {
      return `!${JSON.stringify(crossed(error))}`;
    }
  }
}

/** An error in the form that crosses into a realm: name, message and Google's details, never the object itself. */
function crossed(error: unknown): CrossedError {
  if (error instanceof ScriptException)
    return { name: error.name, message: error.message, details: error.details };
  if (error instanceof NotEmulated || error instanceof ExecutionKilled)
    return { name: error.name, message: error.message };
  if (error instanceof GoogleError) return { name: 'Exception', message: error.message };
  const { message, stack } = error as Error;
  return {
    name: 'EmulatorError',
    message: `A bug in the local Workspace itself: ${message}\n${stack}`,
  };
}
