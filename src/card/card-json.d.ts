// Generated from card.proto by build/card-types.mjs. Do not edit.

/**
 * Google's Card JSON.
 *
 * @see https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1
 */
export interface Card {
  readonly header?: CardHeader;
  readonly sections?: readonly CardSection[];
  readonly sectionDividerStyle?: CardDividerStyle;
  readonly cardActions?: readonly CardAction[];
  readonly name?: string;
  readonly fixedFooter?: CardFixedFooter;
  readonly displayStyle?: CardDisplayStyle;
  readonly peekCardHeader?: CardHeader;
}

export interface CardHeader {
  readonly title?: string;
  readonly subtitle?: string;
  readonly imageType?: WidgetImageType;
  readonly imageUrl?: string;
  readonly imageAltText?: string;
}

export interface CardSection {
  readonly header?: string;
  readonly widgets?: readonly Widget[];
  readonly collapsible?: boolean;
  readonly uncollapsibleWidgetsCount?: number;
  readonly collapseControl?: CollapseControl;
}

export type CardDividerStyle = 'SOLID_DIVIDER' | 'NO_DIVIDER';

export interface CardAction {
  readonly actionLabel?: string;
  readonly onClick?: OnClick;
}

/** At most one of textParagraph, buttonList, image. */
export interface CardNestedWidget {
  readonly textParagraph?: TextParagraph;
  readonly buttonList?: ButtonList;
  readonly image?: Image;
}

export interface CardFixedFooter {
  readonly primaryButton?: Button;
  readonly secondaryButton?: Button;
}

export type CardDisplayStyle = 'PEEK' | 'REPLACE';

/** At most one of textParagraph, image, decoratedText, buttonList, textInput, selectionInput, dateTimePicker, divider, grid, columns, carousel, chipList. */
export interface Widget {
  readonly textParagraph?: TextParagraph;
  readonly image?: Image;
  readonly decoratedText?: DecoratedText;
  readonly buttonList?: ButtonList;
  readonly textInput?: TextInput;
  readonly selectionInput?: SelectionInput;
  readonly dateTimePicker?: DateTimePicker;
  readonly divider?: Divider;
  readonly grid?: Grid;
  readonly columns?: Columns;
  readonly carousel?: Carousel;
  readonly chipList?: ChipList;
  readonly horizontalAlignment?: WidgetHorizontalAlignment;
}

export type WidgetImageType = 'SQUARE' | 'CIRCLE';

export type WidgetHorizontalAlignment = 'START' | 'CENTER' | 'END';

export type WidgetVerticalAlignment = 'TOP' | 'MIDDLE' | 'BOTTOM';

export interface TextParagraph {
  readonly text?: string;
  readonly maxLines?: number;
  readonly textSyntax?: TextParagraphTextSyntax;
}

export type TextParagraphTextSyntax = 'HTML' | 'MARKDOWN';

export interface Image {
  readonly imageUrl?: string;
  readonly onClick?: OnClick;
  readonly altText?: string;
}

export type Divider = Readonly<Record<string, never>>;

/** At most one of button, switchControl, endIcon. */
export interface DecoratedText {
  /** @deprecated */ readonly icon?: Icon;
  readonly startIcon?: Icon;
  readonly startIconVerticalAlignment?: WidgetVerticalAlignment;
  readonly topLabel?: string;
  readonly topLabelText?: TextParagraph;
  readonly text?: string;
  readonly contentText?: TextParagraph;
  readonly wrapText?: boolean;
  readonly bottomLabel?: string;
  readonly bottomLabelText?: TextParagraph;
  readonly onClick?: OnClick;
  readonly button?: Button;
  readonly switchControl?: DecoratedTextSwitchControl;
  readonly endIcon?: Icon;
}

export interface DecoratedTextSwitchControl {
  readonly name?: string;
  readonly value?: string;
  readonly selected?: boolean;
  readonly onChangeAction?: Action;
  readonly controlType?: DecoratedTextSwitchControlControlType;
}

export type DecoratedTextSwitchControlControlType = 'SWITCH' | 'CHECKBOX' | 'CHECK_BOX';

export interface TextInput {
  readonly name?: string;
  readonly label?: string;
  readonly hintText?: string;
  readonly value?: string;
  readonly type?: TextInputType;
  readonly onChangeAction?: Action;
  readonly initialSuggestions?: Suggestions;
  readonly autoCompleteAction?: Action;
  readonly validation?: Validation;
  readonly placeholderText?: string;
}

export type TextInputType = 'SINGLE_LINE' | 'MULTIPLE_LINE';

export interface Suggestions {
  readonly items?: readonly SuggestionsSuggestionItem[];
}

export interface SuggestionsSuggestionItem {
  readonly text?: string;
}

export interface ButtonList {
  readonly buttons?: readonly Button[];
}

/** At most one of externalDataSource, platformDataSource. */
export interface SelectionInput {
  readonly name?: string;
  readonly label?: string;
  readonly type?: SelectionInputSelectionType;
  readonly items?: readonly SelectionInputSelectionItem[];
  readonly onChangeAction?: Action;
  readonly multiSelectMaxSelectedItems?: number;
  readonly multiSelectMinQueryLength?: number;
  readonly externalDataSource?: Action;
  readonly platformDataSource?: SelectionInputPlatformDataSource;
}

export type SelectionInputSelectionType =
  'CHECK_BOX' | 'RADIO_BUTTON' | 'SWITCH' | 'DROPDOWN' | 'MULTI_SELECT';

export interface SelectionInputSelectionItem {
  readonly text?: string;
  readonly value?: string;
  readonly selected?: boolean;
  readonly startIconUri?: string;
  readonly bottomText?: string;
}

export interface SelectionInputPlatformDataSource {
  readonly commonDataSource?: SelectionInputPlatformDataSourceCommonDataSource;
}

export type SelectionInputPlatformDataSourceCommonDataSource = 'USER';

export interface DateTimePicker {
  readonly name?: string;
  readonly label?: string;
  readonly type?: DateTimePickerType;
  readonly valueMsEpoch?: string;
  readonly timezoneOffsetDate?: number;
  readonly onChangeAction?: Action;
}

export type DateTimePickerType = 'DATE_AND_TIME' | 'DATE_ONLY' | 'TIME_ONLY';

export interface OverflowMenu {
  readonly items?: readonly OverflowMenuItem[];
}

export interface OverflowMenuItem {
  readonly startIcon?: Icon;
  readonly text?: string;
  readonly onClick?: OnClick;
  readonly disabled?: boolean;
}

export interface Button {
  readonly text?: string;
  readonly icon?: Icon;
  readonly color?: Color;
  readonly onClick?: OnClick;
  readonly disabled?: boolean;
  readonly altText?: string;
  readonly type?: ButtonType;
}

export type ButtonType = 'OUTLINED' | 'FILLED' | 'FILLED_TONAL' | 'BORDERLESS';

/** At most one of knownIcon, iconUrl, materialIcon. */
export interface Icon {
  readonly knownIcon?: string;
  readonly iconUrl?: string;
  readonly materialIcon?: MaterialIcon;
  readonly altText?: string;
  readonly imageType?: WidgetImageType;
}

export interface MaterialIcon {
  readonly name?: string;
  readonly fill?: boolean;
  readonly weight?: number;
  readonly grade?: number;
}

export interface ImageCropStyle {
  readonly type?: ImageCropStyleImageCropType;
  readonly aspectRatio?: number;
}

export type ImageCropStyleImageCropType =
  'SQUARE' | 'CIRCLE' | 'RECTANGLE_CUSTOM' | 'RECTANGLE_4_3';

export interface BorderStyle {
  readonly type?: BorderStyleBorderType;
  readonly strokeColor?: Color;
  readonly cornerRadius?: number;
}

export type BorderStyleBorderType = 'NO_BORDER' | 'STROKE';

export interface ImageComponent {
  readonly imageUri?: string;
  readonly altText?: string;
  readonly cropStyle?: ImageCropStyle;
  readonly borderStyle?: BorderStyle;
}

export interface Grid {
  readonly title?: string;
  readonly items?: readonly GridItem[];
  readonly borderStyle?: BorderStyle;
  readonly columnCount?: number;
  readonly onClick?: OnClick;
}

export interface GridItem {
  readonly id?: string;
  readonly image?: ImageComponent;
  readonly title?: string;
  readonly subtitle?: string;
  readonly layout?: GridItemLayout;
}

export type GridItemLayout = 'TEXT_BELOW' | 'TEXT_ABOVE';

export interface Columns {
  readonly columnItems?: readonly ColumnsColumn[];
}

export interface ColumnsColumn {
  readonly horizontalSizeStyle?: ColumnsColumnHorizontalSizeStyle;
  readonly horizontalAlignment?: WidgetHorizontalAlignment;
  readonly verticalAlignment?: ColumnsColumnVerticalAlignment;
  readonly widgets?: readonly ColumnsColumnWidgets[];
}

export type ColumnsColumnHorizontalSizeStyle = 'FILL_AVAILABLE_SPACE' | 'FILL_MINIMUM_SPACE';

export type ColumnsColumnVerticalAlignment = 'CENTER' | 'TOP' | 'BOTTOM';

/** At most one of textParagraph, image, decoratedText, buttonList, textInput, selectionInput, dateTimePicker, chipList. */
export interface ColumnsColumnWidgets {
  readonly textParagraph?: TextParagraph;
  readonly image?: Image;
  readonly decoratedText?: DecoratedText;
  readonly buttonList?: ButtonList;
  readonly textInput?: TextInput;
  readonly selectionInput?: SelectionInput;
  readonly dateTimePicker?: DateTimePicker;
  readonly chipList?: ChipList;
}

export interface Carousel {
  readonly carouselCards?: readonly CarouselCard[];
}

export interface CarouselCard {
  readonly widgets?: readonly CardNestedWidget[];
  readonly footerWidgets?: readonly CardNestedWidget[];
}

export interface CollapseControl {
  readonly horizontalAlignment?: WidgetHorizontalAlignment;
  readonly expandButton?: Button;
  readonly collapseButton?: Button;
}

/** At most one of action, openLink, openDynamicLinkAction, card, overflowMenu. */
export interface OnClick {
  readonly action?: Action;
  readonly openLink?: OpenLink;
  readonly openDynamicLinkAction?: Action;
  readonly card?: Card;
  readonly overflowMenu?: OverflowMenu;
}

export interface OpenLink {
  readonly url?: string;
  readonly openAs?: OpenLinkOpenAs;
  readonly onClose?: OpenLinkOnClose;
}

export type OpenLinkOpenAs = 'FULL_SIZE' | 'OVERLAY';

export type OpenLinkOnClose = 'NOTHING' | 'RELOAD';

export interface Action {
  readonly function?: string;
  readonly parameters?: readonly ActionParameter[];
  readonly loadIndicator?: ActionLoadIndicator;
  readonly persistValues?: boolean;
  readonly interaction?: ActionInteraction;
  readonly requiredWidgets?: readonly string[];
  readonly allWidgetsAreRequired?: boolean;
}

export interface ActionParameter {
  readonly key?: string;
  readonly value?: string;
}

export type ActionLoadIndicator = 'SPINNER' | 'NONE';

export type ActionInteraction = 'OPEN_DIALOG';

export interface Validation {
  readonly characterLimit?: number;
  readonly inputType?: ValidationInputType;
}

export type ValidationInputType = 'TEXT' | 'INTEGER' | 'FLOAT' | 'EMAIL' | 'EMOJI_PICKER';

export interface ChipList {
  readonly layout?: ChipListLayout;
  readonly chips?: readonly Chip[];
}

export type ChipListLayout = 'WRAPPED' | 'HORIZONTAL_SCROLLABLE';

export interface Chip {
  readonly icon?: Icon;
  readonly label?: string;
  readonly onClick?: OnClick;
  /** @deprecated */ readonly enabled?: boolean;
  readonly disabled?: boolean;
  readonly altText?: string;
}

/** google.type.Color: parts between 0 and 1. */
export interface Color {
  readonly red?: number;
  readonly green?: number;
  readonly blue?: number;
  readonly alpha?: number;
}
