/** A widget's value, as an add-on's event object carries it. */
export type FormInput =
  | { readonly stringInputs: { readonly value: readonly string[] } }
  | { readonly dateInput: { readonly msSinceEpoch: string } }
  | { readonly timeInput: { readonly hours: number; readonly minutes: number } }
  | {
      readonly dateTimeInput: {
        readonly hasDate: true;
        readonly hasTime: true;
        readonly msSinceEpoch: string;
      };
    };

/** By the widgets' names. */
export type FormInputs = Readonly<Record<string, FormInput>>;

/** A widget that a person fills in. */
export interface InputWidget {
  readonly name: string;
  /** Its value; null when it is empty: then the event leaves it out. */
  read(): FormInput | null;
  /** Restores what a person had typed before the card was redrawn. */
  restore(value: FormInput): void;
  /** Why its value cannot be sent, as a sentence; null when it can. */
  problem(): string | null;
  /** Shows the problem at the widget and focuses it; null removes the problem. */
  showProblem(problem: string | null): void;
}

/** The widgets of one card that a person fills in. */
export class CardForm {
  private readonly widgets: InputWidget[] = [];

  add(widget: InputWidget): void {
    this.widgets.push(widget);
  }

  values(): FormInputs {
    const values: Record<string, FormInput> = {};
    for (const widget of this.widgets) {
      const value = widget.read();
      if (value) values[widget.name] = merged(values[widget.name], value);
    }
    return values;
  }

  restore(values: FormInputs): void {
    for (const widget of this.widgets) {
      const value = values[widget.name];
      if (value) widget.restore(value);
    }
  }

  /**
   * Whether an action may run: everything that it requires is filled in, and every value is valid. Otherwise shows at
   * each widget what is wrong.
   *
   * @param required names of widgets, or `all`.
   */
  accepts(required: readonly string[] | 'all'): boolean {
    let accepted = true;
    for (const widget of [...this.widgets].reverse()) {
      const missing = (required === 'all' || required.includes(widget.name)) && !widget.read();
      const problem = missing ? 'This field is required.' : widget.problem();
      widget.showProblem(problem);
      if (problem) accepted = false;
    }
    return accepted;
  }
}

/** Switches or boxes with the same name send a single list. */
function merged(known: FormInput | undefined, value: FormInput): FormInput {
  if (!known || !('stringInputs' in known) || !('stringInputs' in value)) return value;
  return { stringInputs: { value: [...known.stringInputs.value, ...value.stringInputs.value] } };
}

export const strings = (...value: readonly string[]): FormInput => ({ stringInputs: { value } });

/** The strings that a widget held; empty for other kinds of values. */
export const stringsOf = (input: FormInput): readonly string[] =>
  'stringInputs' in input ? input.stringInputs.value : [];
