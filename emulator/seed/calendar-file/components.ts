import type { ContentLine } from './content-lines';

/** A component of a calendar, such as a VEVENT, as the lines it is written in. */
export interface Component {
  readonly kind: string;
  /** The line of its BEGIN. */
  readonly line: number;
  readonly lines: readonly string[];
  /** Why it cannot be read as one. */
  readonly problem?: string;
}

interface Open {
  readonly kind: string;
  readonly line: number;
  readonly lines: string[];
  /** Components that began within it and have not ended. */
  readonly inner: string[];
}

/** The contents of a file's calendars: their own properties, and their components in order. */
export interface Components {
  readonly properties: readonly string[];
  readonly components: readonly Component[];
}

/**
 * Takes a file apart, so that an error in one component affects that component alone. Alarms within events are left
 * out.
 *
 * @throws Error in one sentence for a file that has no calendar.
 */
export function componentsOf(lines: readonly ContentLine[]): Components {
  if (!lines.some(({ text }) => /^BEGIN:VCALENDAR\s*$/i.test(text)))
    throw new Error('It is not an iCalendar file: it has no line BEGIN:VCALENDAR.');
  const splitter = new Splitter();
  for (const line of lines) splitter.read(line);
  splitter.end('the file ends within it');
  return splitter;
}

class Splitter implements Components {
  readonly properties: string[] = [];
  readonly components: Component[] = [];
  private open: Open | null = null;

  read({ line, text }: ContentLine): void {
    const [, edge, name] = /^(BEGIN|END):(\S+)\s*$/i.exec(text) ?? [];
    const kind = name?.toUpperCase() ?? '';
    if (kind === 'VCALENDAR') this.end(`it has no END:${this.open?.kind ?? ''}`);
    else if (edge?.toUpperCase() === 'BEGIN') this.begin(kind, { line, text });
    else if (edge) this.close(kind, { line, text });
    else this.add(text);
  }

  /** Ends whatever is still open, with the reason why it should not be. */
  end(problem: string): void {
    if (!this.open) return;
    const { inner: _, ...component } = this.open;
    this.components.push({ ...component, problem });
    this.open = null;
  }

  private begin(kind: string, { line, text }: ContentLine): void {
    if (kind === 'VEVENT' || kind === 'VTIMEZONE')
      this.end(`it has no END:${this.open?.kind ?? ''}`);
    if (!this.open) {
      this.open = { kind, line, lines: [text], inner: [] };
      return;
    }
    this.open.inner.push(kind);
    this.add(text);
  }

  private close(kind: string, { line, text }: ContentLine): void {
    const { open } = this;
    if (!open) {
      const problem = `it has no BEGIN:${kind}`;
      this.components.push({ kind, line, lines: [text], problem });
      return;
    }
    if (open.inner.length > 0) {
      this.add(text);
      open.inner.splice(Math.max(0, open.inner.lastIndexOf(kind)));
      return;
    }
    if (kind !== open.kind) return this.end(`END:${kind} is where END:${open.kind} should be`);
    open.lines.push(text);
    const { inner: _, ...component } = open;
    this.components.push(component);
    this.open = null;
  }

  private add(text: string): void {
    if (!this.open) this.properties.push(text);
    else if (this.open.kind !== 'VEVENT' || this.open.inner.length === 0)
      this.open.lines.push(text);
  }
}
