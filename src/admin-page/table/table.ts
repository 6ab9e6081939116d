import type { PageColumn, PageTable } from '../../card/page-table';
import { element, freshId } from '../card-dom/element';
import { csvOf } from './csv';
import { choicesIn, FIRST_VIEW, pageIn, rowsIn, type Row, type TableView } from './view';

/** A table that is searched, chosen from, sorted, turned over and saved where it is shown: no call to Tandem. */
export class TableOnPage {
  readonly element: HTMLElement;
  private view: TableView = FIRST_VIEW;
  private readonly headings: HTMLElement[];
  private readonly body = element('tbody', { role: 'rowgroup' });
  private readonly count = element('p', { class: 'table-count', role: 'status' });
  private readonly earlier = this.turner('Previous', -1);
  private readonly later = this.turner('Next', 1);

  constructor(private readonly table: PageTable) {
    this.headings = table.columns.map((column, index) => this.heading(column, index));
    const title = freshId();
    this.element = element(
      'section',
      { class: 'table card', 'aria-labelledby': title },
      element('h2', { id: title }, table.title),
      element(
        'div',
        { class: 'table-tools' },
        this.searchField(),
        ...this.choosers(),
        this.saver(),
      ),
      element(
        'div',
        { class: 'table-scroll', tabindex: 0, role: 'group', 'aria-labelledby': title },
        element('table', {}, element('thead', {}, element('tr', {}, ...this.headings)), this.body),
      ),
      element('div', { class: 'table-foot' }, this.count, this.earlier, this.later),
      table.rest && element('p', { class: 'table-rest' }, table.rest),
    );
    this.show(FIRST_VIEW);
  }

  private show(view: TableView): void {
    this.view = view;
    const found = rowsIn(this.table, view);
    const { rows, first, isFirst, isLast } = pageIn(found, view.page);
    this.body.replaceChildren(...rows.map((row) => this.row(row)));
    this.count.textContent = this.countText(found.length, first, rows.length);
    this.earlier.hidden = isFirst && isLast;
    this.later.hidden = isFirst && isLast;
    this.earlier.toggleAttribute('disabled', isFirst);
    this.later.toggleAttribute('disabled', isLast);
    this.headings.forEach((heading, index) => {
      const isSorted = view.sort?.column === index;
      const order = view.sort?.descends ? 'descending' : 'ascending';
      heading.setAttribute('aria-sort', isSorted ? order : 'none');
    });
  }

  private countText(found: number, first: number, shown: number): string {
    const all = this.table.rows.length;
    if (all === 0) return this.table.empty;
    if (found === 0) return 'Nothing matches.';
    const span = shown === found ? `${found}` : `${first + 1}–${first + shown} of ${found}`;
    return found === all ? span : `${span} (${all} altogether)`;
  }

  private row(row: Row): HTMLElement {
    return element(
      'tr',
      { role: 'row' },
      ...this.table.columns.map(({ kind, title }, index) =>
        element('td', { role: 'cell', 'data-title': title }, textOf(kind, row[index] ?? '')),
      ),
    );
  }

  private heading({ title, kind }: PageColumn, column: number): HTMLElement {
    const sort = (): void => {
      const { sort: before } = this.view;
      const again = before?.column === column;
      // The newest is what people look for first.
      const descends = again ? !before.descends : kind === 'instant';
      this.show({ ...this.view, sort: { column, descends }, page: 0 });
    };
    return element(
      'th',
      { scope: 'col', role: 'columnheader', 'aria-sort': 'none' },
      element('button', { type: 'button', onclick: sort }, title),
    );
  }

  private searchField(): HTMLElement {
    const field: HTMLInputElement = element('input', {
      type: 'search',
      'aria-label': `Search in ${this.table.title}`,
      placeholder: 'Search',
      oninput: () => this.show({ ...this.view, search: field.value, page: 0 }),
    });
    return field;
  }

  private choosers(): HTMLElement[] {
    return this.table.columns.flatMap(({ kind, title }, column) => {
      const choices = kind === 'choice' ? choicesIn(this.table, column) : [];
      return choices.length > 1 ? [this.chooser(title, column, choices)] : [];
    });
  }

  private chooser(
    title: string,
    column: number,
    choices: ReturnType<typeof choicesIn>,
  ): HTMLElement {
    const field: HTMLSelectElement = element(
      'select',
      {
        'aria-label': title,
        onchange: () => {
          const chosen = { ...this.view.chosen, [column]: field.value };
          this.show({ ...this.view, chosen, page: 0 });
        },
      },
      element('option', { value: '' }, `${title}: all`),
      ...choices.map(([text, rows]) => element('option', { value: text }, `${text} (${rows})`)),
    );
    return field;
  }

  private turner(text: string, step: 1 | -1): HTMLElement {
    const turn = (): void => this.show({ ...this.view, page: this.view.page + step });
    return element('button', { type: 'button', class: 'card-button', onclick: turn }, text);
  }

  private saver(): HTMLElement {
    const save = (): void => {
      // Spreadsheets take a file without this mark for another encoding.
      const text = `\ufeff${csvOf(this.table, rowsIn(this.table, this.view))}`;
      const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
      element('a', { href: address, download: `${this.table.title}.csv` }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    };
    return element(
      'button',
      { type: 'button', class: 'card-button outlined', onclick: save },
      'Save as CSV',
    );
  }
}

function textOf(kind: PageColumn['kind'], text: string): string {
  const date = kind === 'instant' ? new Date(text) : null;
  if (date === null || Number.isNaN(date.getTime())) return text;
  return date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
