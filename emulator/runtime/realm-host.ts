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

/** Words that no script can declare, and `this`, which is the global object. */
const RESERVED: ReadonlySet<string> = new Set(
  `break case catch class const continue debugger default delete do else enum export extends false finally for function if
   import in instanceof new null return super switch this throw true try typeof var void while with`.split(
    /\s+/,
  ),
);

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

  /**
   * Runs the project's files in order, as Apps Script does at the start of every execution.
   *
   * @param name a handler's, as Apps Script finds them: `f`, `const f = …`, `object.method`.
   * @returns what the project has under the name. Undefined when it has nothing there: what the language and the
   *   services bring, such as `toString`, `eval` and `Session.getActiveUser`, is no function of the script.
   */
  load(name: string): unknown {
    const [first = ''] = name.split('.');
    const given = this.valueOf(first);
    this.guard.run('the code outside functions', (timeout) => {
      for (const script of this.project.scripts) script.runInContext(this.context, { timeout });
    });
    const value = this.valueOf(first);
    return value === given ? undefined : this.entry.memberOf(value, name.slice(first.length));
  }

  /** What the global scope has under a name; undefined also for what is no name, such as `if` and `f()`. */
  private valueOf(name: string): unknown {
    if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) || RESERVED.has(name))
      return undefined;
    return this.evaluate(name, `typeof ${name} === 'undefined' ? undefined : ${name}`);
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
