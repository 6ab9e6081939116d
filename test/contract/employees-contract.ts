import type { EmployeeContent } from '../../src/directory/employee';
import type { Employees } from '../../src/directory/ports';
import { had } from '../worksystem/workbook-of';

export const anEmployee = (changes: Partial<EmployeeContent> = {}): EmployeeContent => ({
  googleId: '1001',
  email: 'ann@example.com',
  givenName: 'Ann',
  familyName: 'Lee',
  orgUnitPath: '/Sales',
  department: 'Sales',
  title: 'Lead',
  manager: 'bob@example.com',
  phone: '+358 40 1234567',
  aliases: 'lee@example.com',
  isActive: true,
  ...changes,
});

/** What every work system's people do for the directory sync. @param make one without anybody; each answer of `make()` another execution. */
export function employeesContract(name: string, make: () => () => Employees): void {
  describe(`the people of ${name}`, () => {
    const hired = (employees: Employees, content = anEmployee()) =>
      had(had(employees.write([{ kind: 'insert', content }]))[0]!);

    test('keep everything of somebody who was added, and that we added them', () => {
      const next = make();
      const made = hired(next());
      expect(made).toMatchObject({ ...anEmployee(), isOurs: true });
      expect(had(next().load())).toEqual([made]);
    });

    test('keep somebody who never was in the Workspace, and one who left', () => {
      const next = make();
      hired(next(), anEmployee({ googleId: null, isActive: false, phone: '' }));
      expect(had(next().load())).toMatchObject([{ googleId: null, isActive: false, phone: '' }]);
    });

    test('change only in the given fields, and get another version', () => {
      const next = make();
      const { id, version } = hired(next());
      const [changed] = had(
        next().write([{ kind: 'update', id, version, content: { isActive: false } }]),
      );
      expect(changed).toMatchObject({ ok: true, value: { id, isActive: false, title: 'Lead' } });
      expect(had(next().load())).toEqual([had(changed!)]);
      expect(had(changed!).version).not.toBe(version);
    });

    test('are not written over when somebody else changed them, nor when they are not there [Inv13]', () => {
      const next = make();
      const { id, version } = hired(next());
      had(next().write([{ kind: 'update', id, version, content: { title: 'Newer' } }]));
      expect(
        had(
          next().write([
            { kind: 'update', id, version, content: { title: 'Older' } },
            { kind: 'update', id: 'nobody', version, content: { title: 'Older' } },
          ]),
        ),
      ).toMatchObject([{ failure: { kind: 'stale-etag' } }, { failure: { kind: 'not-found' } }]);
      expect(had(next().load())).toMatchObject([{ title: 'Newer' }]);
    });

    test('are never there twice, by Google id or, where there is none, by address [Inv7]', () => {
      const next = make();
      const { id } = hired(next());
      const typed = hired(next(), anEmployee({ googleId: null, email: 'bo@example.com' }));
      expect(
        had(
          next().write([
            { kind: 'insert', content: anEmployee() },
            { kind: 'insert', content: anEmployee({ googleId: '1002', email: 'bo@example.com' }) },
          ]),
        ),
      ).toEqual([
        { ok: false, failure: { kind: 'already-exists', id } },
        { ok: false, failure: { kind: 'already-exists', id: typed.id } },
      ]);
    });

    test('may have an address that somebody else had before [Att32]', () => {
      const next = make();
      const before = hired(next(), anEmployee({ isActive: false }));
      const newcomer = hired(next(), anEmployee({ googleId: '1002' }));
      expect(had(next().load())).toEqual([before, newcomer]);
    });
  });
}
