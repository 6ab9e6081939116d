import type { CardPart, PartProblem } from './parts';

const CHAT = 'for Chat apps only';
const PREVIEW = 'in developer preview for add-ons';

/**
 * Members that card.proto has and add-ons do not, by message.
 *
 * @see https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1
 * @see https://developers.google.com/apps-script/reference/card-service
 */
const UNAVAILABLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Action: { interaction: `${CHAT}: an add-on's whole card is stripped` },
  'Card.Section': { collapseControl: PREVIEW },
  'Columns.Column.Widgets': { chipList: PREVIEW },
  DecoratedText: {
    startIconVerticalAlignment: CHAT,
    topLabelText: CHAT,
    contentText: CHAT,
    bottomLabelText: CHAT,
  },
  Icon: { materialIcon: CHAT },
  OnClick: { overflowMenu: PREVIEW },
  SelectionInput: { platformDataSource: CHAT },
  TextInput: { placeholderText: CHAT },
  TextParagraph: { textSyntax: CHAT, maxLines: PREVIEW },
  Widget: { carousel: CHAT, chipList: PREVIEW },
};

/** Members in use that a side panel does not support. */
export const unavailable = ({ name, value }: CardPart): PartProblem[] =>
  Object.entries(UNAVAILABLE[name] ?? {})
    .filter(([member]) => Object.hasOwn(value, member))
    .map(([member, why]) => ({ member, sentence: `"${member}" is ${why}.` }));
