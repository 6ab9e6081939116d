import fc from 'fast-check';
import { checkCard } from '../../../emulator/card/check';
import { ANNA, aScript } from '../../support/small-company';

/** A script that builds Card JSON with CardService, member by member. */
const PLAYER = `
const C = CardService;
const set = (object, json, setters) => {
  for (const [name, value] of Object.entries(json)) setters[name](value, object);
  return object;
};
const action = (json) => set(C.newAction(), json, {
  function: (it, to) => to.setFunctionName(it),
  parameters: (it, to) => to.setParameters(Object.fromEntries(it.map(({ key, value }) => [key, value]))),
  loadIndicator: (it, to) => to.setLoadIndicator(C.LoadIndicator[it]),
  persistValues: (it, to) => to.setPersistValues(it),
});
const click = (json, to) => json.action ? to.setOnClickAction(action(json.action)) : to.setOpenLink(C.newOpenLink().setUrl(json.openLink.url));
const icon = (json) => C.newIconImage().setIcon(C.Icon[json.knownIcon]);
const button = (json) => set(C.newTextButton(), json, {
  text: (it, to) => to.setText(it),
  disabled: (it, to) => to.setDisabled(it),
  type: (it, to) => to.setTextButtonStyle(C.TextButtonStyle[it]),
  onClick: click,
});
const widgets = {
  divider: () => C.newDivider(),
  textParagraph: ({ text }) => C.newTextParagraph().setText(text),
  image: (json) => C.newImage().setImageUrl(json.imageUrl).setAltText(json.altText),
  buttonList: ({ buttons }) => buttons.reduce((row, json) => row.addButton(button(json)), C.newButtonSet()),
  decoratedText: (json) => set(C.newDecoratedText(), json, {
    text: (it, to) => to.setText(it),
    topLabel: (it, to) => to.setTopLabel(it),
    bottomLabel: (it, to) => to.setBottomLabel(it),
    wrapText: (it, to) => to.setWrapText(it),
    startIcon: (it, to) => to.setStartIcon(icon(it)),
    button: (it, to) => to.setButton(button(it)),
    endIcon: (it, to) => to.setEndIcon(icon(it)),
    onClick: click,
  }),
  textInput: (json) => set(C.newTextInput(), json, {
    name: (it, to) => to.setFieldName(it),
    label: (it, to) => to.setTitle(it),
    value: (it, to) => to.setValue(it),
    onChangeAction: (it, to) => to.setOnChangeAction(action(it)),
  }),
  selectionInput: (json) => set(C.newSelectionInput(), json, {
    name: (it, to) => to.setFieldName(it),
    label: (it, to) => to.setTitle(it),
    type: (it, to) => to.setType(C.SelectionInputType[it]),
    items: (it, to) => it.forEach(({ text, value, selected }) => to.addItem(text, value, selected)),
  }),
  columns: ({ columnItems }) => columnItems.reduce((all, json) =>
    all.addColumn(json.widgets.reduce((one, it) => one.addWidget(widget(it)), C.newColumn())), C.newColumns()),
};
const widget = (json) => { const [name] = Object.keys(json); return widgets[name](json[name]); };
function play(card) {
  return set(C.newCardBuilder(), card, {
    name: (it, to) => to.setName(it),
    header: (it, to) => to.setHeader(C.newCardHeader().setTitle(it.title)),
    sections: (it, to) => it.forEach((json) => to.addSection(set(C.newCardSection(), json, {
      header: (text, section) => section.setHeader(text),
      collapsible: (yes, section) => section.setCollapsible(yes),
      widgets: (list, section) => list.forEach((one) => section.addWidget(widget(one))),
    }))),
  }).build();
}`;

const some = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }, required: (keyof T)[]) =>
  fc.record(model, { requiredKeys: required });
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const name = fc.uuid();
const action = some(
  {
    function: fc.constantFrom('onClick', 'library.f'),
    parameters: fc.uniqueArray(fc.record({ key: name, value: fc.string() }), {
      maxLength: 3,
      selector: ({ key }) => key,
    }),
    loadIndicator: fc.constantFrom('SPINNER', 'NONE'),
    persistValues: fc.boolean(),
  },
  ['function'],
);
const onClick = fc.oneof(
  fc.record({ action }),
  fc.record({ openLink: fc.record({ url: fc.webUrl() }) }),
);
const icon = fc.record({ knownIcon: fc.constantFrom('STAR', 'EMAIL', 'CLOCK') });
const button = some(
  {
    text: words,
    onClick,
    disabled: fc.boolean(),
    type: fc.constantFrom('OUTLINED', 'FILLED', 'FILLED_TONAL', 'BORDERLESS'),
  },
  ['text', 'onClick'],
);
const decorated = {
  text: words,
  topLabel: words,
  bottomLabel: words,
  wrapText: fc.boolean(),
  startIcon: icon,
  onClick,
};
const item = fc.record({ text: words, value: words, selected: fc.boolean() });
const inColumns = fc.oneof(
  fc.record({ textParagraph: fc.record({ text: words }) }),
  fc.record({ image: fc.record({ imageUrl: fc.webUrl(), altText: words }) }),
  fc.record({
    buttonList: fc.record({ buttons: fc.array(button, { minLength: 1, maxLength: 3 }) }),
  }),
  fc.record({ decoratedText: some({ ...decorated, button }, ['text']) }),
  fc.record({ decoratedText: some({ ...decorated, endIcon: icon }, ['text']) }),
  fc.record({
    textInput: some({ name, label: words, value: words, onChangeAction: action }, [
      'name',
      'label',
    ]),
  }),
  fc.record({
    selectionInput: some(
      {
        name,
        label: words,
        type: fc.constantFrom('CHECK_BOX', 'RADIO_BUTTON', 'DROPDOWN', 'SWITCH', 'MULTI_SELECT'),
        items: fc.array(item, { minLength: 1, maxLength: 4 }),
      },
      ['name'],
    ),
  }),
);
const column = fc.record({ widgets: fc.array(inColumns, { minLength: 1, maxLength: 3 }) });
const widget = fc.oneof(
  { weight: 6, arbitrary: inColumns },
  fc.constant({ divider: {} }),
  fc.record({
    columns: fc.record({ columnItems: fc.array(column, { minLength: 1, maxLength: 2 }) }),
  }),
);
const section = some(
  {
    header: words,
    collapsible: fc.boolean(),
    widgets: fc.array(widget, { minLength: 1, maxLength: 6 }),
  },
  ['widgets'],
);
const card = some(
  {
    name: words,
    header: fc.record({ title: words }),
    sections: fc.array(section, { minLength: 1, maxLength: 4 }),
  },
  ['sections'],
);

test('any card that is built with CardService comes out as it was written, and Google accepts it', () => {
  const workspace = aScript(PLAYER);
  fc.assert(
    fc.property(card, (json) => {
      const { rendered, execution } = workspace.run('play', { as: ANNA, parameters: [json] });
      expect(execution.error).toBeNull();
      expect(rendered?.value).toEqual(json);
      expect(checkCard(rendered?.value)).toEqual([]);
    }),
    { numRuns: 100, seed: 7 },
  );
});
