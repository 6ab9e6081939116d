// Planted in src/app: who may do what. Their tests drive the built bundle, so each of these is built.
const DOORS = 'test/attacks/doors.test.ts';
const WISHES = 'test/attacks/wishes.test.ts';
const FORGED = 'test/attacks/forged-actions.test.ts';
const ROLES = 'test/attacks/roles.test.ts';
const SECRETS = 'test/attacks/secrets-and-injection.test.ts';

export default [
  {
    file: 'src/app/action-door.ts',
    search: 'if (!mayDo(found.value, entry.for))',
    replace: 'if (found.value === null && !mayDo(found.value, entry.for))',
    breaks: 'any administrator may do what an owner may',
    tests: [ROLES],
  },
  {
    file: 'src/app/roles.ts',
    search: 'return ok(isForeign ? null : roleIn(account.value));',
    replace: 'return ok(roleIn(account.value));',
    breaks: 'the administrator of another organization administers this one',
    tests: [ROLES],
  },
  {
    file: 'src/app/triggers.ts',
    search: 'return parsed.success && isOwnTrigger(parsed.output.triggerUid);',
    replace: 'return parsed.success;',
    breaks: 'anybody who knows a trigger’s id runs the runner',
    tests: [DOORS],
  },
  {
    file: 'src/app/wishes/carry-out.ts',
    search: 'if (!isAllowed(role.value, found.entry)) return refuse',
    replace: 'if (!isAllowed(wish.role, found.entry)) return refuse',
    breaks: 'a wish is done for somebody who lost the role meanwhile',
    tests: [WISHES],
  },
  {
    file: 'src/app/wishes/carry-out.ts',
    search: 'mayDo(now.value, role) ? role : now.value',
    replace: 'role',
    breaks: 'a wish written in a higher role is believed',
    tests: [WISHES],
  },
  {
    file: 'src/app/runner.ts',
    search: 'value.customerId === customerId && !value.isSuspended',
    replace: 'value.customerId === customerId',
    breaks: 'a wish of a suspended administrator is carried out',
    tests: [ROLES],
  },
  {
    file: 'src/app/wishes/admin-wish.ts',
    search: ' || redacted(text) !== text',
    replace: '',
    breaks: 'a private key waits in the shared properties',
    tests: [WISHES],
  },
  {
    file: 'src/app/admin-page.ts',
    search: "if (visitor.kind !== 'welcome') return closedPage(execution, visitor);",
    replace: "if (visitor.kind === 'unknown') return closedPage(execution, visitor);",
    breaks: 'everybody of the organization sees the Admin page',
    tests: [FORGED],
  },
  {
    file: 'src/app/redacted.ts',
    search: '|\\bBearer\\s+\\S+',
    replace: '',
    breaks: 'a token in an error message reaches the log',
    tests: [SECRETS],
  },
  {
    file: 'src/app/wishes/boards.ts',
    search: 'if (table.rows.length <= MOST_ROWS) return',
    replace: 'if (table.rows.length > 0) return',
    breaks: 'one organization’s table pushes all others out of the cache',
    tests: ['test/app/boards.test.ts'],
  },
];
