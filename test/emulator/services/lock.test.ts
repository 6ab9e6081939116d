import { inScript, runIn, scriptOf } from './in-script';

const INNER = `function inner() {
    const lock = LockService.getScriptLock();
    const before = Date.now();
    let words = null;
    try { lock.waitLock(5000) } catch (e) { words = e.message }
    PropertiesService.getScriptProperties().setProperty('inner', JSON.stringify([words, Date.now() - before, lock.tryLock(10), lock.hasLock()]));
  }`;

describe('a lock', () => {
  test('is held until it is released', () => {
    expect(
      inScript(`const lock = LockService.getScriptLock(); const seen = [lock.hasLock(), lock.tryLock(10), lock.hasLock(), lock.tryLock(10)];
      lock.releaseLock(); return [...seen, lock.hasLock()]`),
    ).toEqual([false, true, true, true, false]);
  });

  test('keeps out an execution that runs meanwhile, which waits its whole time in vain', () => {
    const workspace = scriptOf(`${INNER} function outer() {
      const lock = LockService.getScriptLock();
      lock.waitLock(1000);
      CacheService.getScriptCache().get('x');
      return [lock.hasLock(), JSON.parse(PropertiesService.getScriptProperties().getProperty('inner'))];
    }`);
    workspace.faults.plan([
      { method: 'cache.get', fault: { kind: 'run', function: 'inner', as: 'ben@acme.example' } },
    ]);
    expect(runIn(workspace, 'outer')).toEqual([
      true,
      ['Lock timeout: another process was holding the lock for too long.', 5000, false, false],
    ]);
  });

  test('of one user does not keep out another', () => {
    const workspace =
      scriptOf(`function inner() { PropertiesService.getScriptProperties().setProperty('got', LockService.getUserLock().tryLock(10)) }
      function outer() {
        LockService.getUserLock().waitLock(10);
        CacheService.getScriptCache().get('x');
        return PropertiesService.getScriptProperties().getProperty('got');
      }`);
    workspace.faults.plan([
      { method: 'cache.get', fault: { kind: 'run', function: 'inner', as: 'ben@acme.example' } },
    ]);
    expect(runIn(workspace, 'outer')).toBe('true');
  });

  test('ends with the execution, also one that fails', () => {
    const workspace =
      scriptOf(`function f() { LockService.getScriptLock().waitLock(10); throw new Error('x') }
      function g() { return LockService.getScriptLock().tryLock(10) }`);
    runIn(workspace, 'f');
    expect(runIn(workspace, 'g')).toBe(true);
  });

  test('is not got a second time by the execution that holds it, through another object', () => {
    expect(
      inScript(
        'LockService.getScriptLock().waitLock(10); return LockService.getScriptLock().tryLock(10)',
      ),
    ).toBe(false);
  });

  test('of a document does not exist in a script that is bound to none', () => {
    expect(inScript('return LockService.getDocumentLock() === null')).toBe(true);
  });
});
