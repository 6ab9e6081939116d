import type { Employee, EmployeeContent } from '../../src/directory/employee';
import type { Employees, EmployeeWrite } from '../../src/directory/ports';
import type { Failure } from '../../src/kit/failure';
import { fail, ok, type Result } from '../../src/kit/result';

/** The people of a work system in memory. There is no way to delete one but by hand. */
export class MemoryEmployees implements Employees {
  readonly table = new Map<string, Employee>();
  loads = 0;
  readonly written: EmployeeWrite[] = [];
  /** Refuses these, for a reason of its own. */
  refuses: (write: EmployeeWrite) => Failure | null = () => null;
  private version = 0;
  private nextId = 1;

  load(): Result<readonly Employee[], Failure> {
    this.loads += 1;
    return ok([...this.table.values()]);
  }

  write(writes: readonly EmployeeWrite[]): Result<readonly Result<Employee, Failure>[], Failure> {
    return ok(writes.map((write) => this.one(write)));
  }

  private one(write: EmployeeWrite): Result<Employee, Failure> {
    const refused = this.refuses(write);
    if (refused) return fail(refused);
    if (write.kind === 'insert') {
      const there = this.known(write.content);
      if (there) return fail({ kind: 'already-exists', id: there.id });
      this.written.push(write);
      return ok(this.add(write.content, true));
    }
    const current = this.table.get(write.id);
    if (!current) return fail({ kind: 'not-found', id: write.id });
    if (current.version !== write.version) return fail({ kind: 'stale-etag', id: write.id });
    this.written.push(write);
    return ok(this.edit(write.id, write.content));
  }

  private known({ googleId, email }: EmployeeContent): Employee | undefined {
    return this.all().find((one) =>
      one.googleId === null ? one.email === email : one.googleId === googleId,
    );
  }

  add(content: EmployeeContent, isOurs = false): Employee {
    return this.put({ ...content, id: `e${this.nextId++}`, version: '', isOurs });
  }

  edit(id: string, content: Partial<EmployeeContent>): Employee {
    return this.put({ ...this.table.get(id)!, ...content });
  }

  private put(employee: Employee): Employee {
    this.version += 1;
    const stored = { ...employee, version: `v${this.version}` };
    this.table.set(employee.id, stored);
    return stored;
  }

  all(): Employee[] {
    return [...this.table.values()];
  }

  at(email: string): Employee[] {
    return this.all().filter((employee) => employee.email === email);
  }
}
