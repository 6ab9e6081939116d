import type { EnumValue } from '../enumeration/realm';
import { enumeration as shared, type Enumeration } from '../enumeration/realm';

const typeNames = new WeakMap<EnumValue, string>();

/** An enumeration with its name in the reference, from its values separated by spaces. */
function enumeration(name: string, values: string): Enumeration<string> {
  const made = shared(`CardService.${name}`, values.split(' '));
  for (const value of Object.values(made)) typeNames.set(value, `CardService.${name}`);
  return made;
}

/** `CardService.Icon` for one of its values. */
export const typeNameOf = (value: EnumValue): string => typeNames.get(value) ?? 'Object';

export const BorderType = enumeration('BorderType', 'NO_BORDER STROKE');
export const DisplayStyle = enumeration('DisplayStyle', 'PEEK REPLACE');
export const GridItemLayout = enumeration('GridItemLayout', 'TEXT_BELOW TEXT_ABOVE');
export const HorizontalAlignment = enumeration('HorizontalAlignment', 'START CENTER END');
export const HorizontalSizeStyle = enumeration(
  'HorizontalSizeStyle',
  'FILL_AVAILABLE_SPACE FILL_MINIMUM_SPACE',
);
export const ImageCropType = enumeration(
  'ImageCropType',
  'SQUARE CIRCLE RECTANGLE_CUSTOM RECTANGLE_4_3',
);
export const ImageStyle = enumeration('ImageStyle', 'SQUARE CIRCLE');
export const InputType = enumeration('InputType', 'TEXT INTEGER FLOAT EMAIL');
export const LoadIndicator = enumeration('LoadIndicator', 'SPINNER NONE');
/** RELOAD_ADD_ON is deprecated: unlike RELOAD it does not block the card behind an overlay. */
export const OnClose = enumeration('OnClose', 'NOTHING RELOAD RELOAD_ADD_ON');
export const OpenAs = enumeration('OpenAs', 'FULL_SIZE OVERLAY');
export const SelectionInputType = enumeration(
  'SelectionInputType',
  'CHECK_BOX RADIO_BUTTON DROPDOWN SWITCH MULTI_SELECT',
);
export const SwitchControlType = enumeration('SwitchControlType', 'SWITCH CHECK_BOX');
/** TEXT is the deprecated name of OUTLINED. */
export const TextButtonStyle = enumeration(
  'TextButtonStyle',
  'OUTLINED TEXT FILLED FILLED_TONAL BORDERLESS',
);
export const VerticalAlignment = enumeration('VerticalAlignment', 'CENTER TOP BOTTOM');
export const WrapStyle = enumeration('WrapStyle', 'NOWRAP WRAP');

/** Google's predefined icons; NONE is the default and means no icon. */
export const Icon = enumeration(
  'Icon',
  'NONE AIRPLANE BOOKMARK BUS CAR CLOCK CONFIRMATION_NUMBER_ICON DOLLAR DESCRIPTION EMAIL EVENT_PERFORMER EVENT_SEAT ' +
    'FLIGHT_ARRIVAL FLIGHT_DEPARTURE HOTEL HOTEL_ROOM_TYPE INVITE MAP_PIN MEMBERSHIP MULTIPLE_PEOPLE OFFER PERSON PHONE ' +
    'RESTAURANT_ICON SHOPPING_CART STAR STORE TICKET TRAIN VIDEO_CAMERA VIDEO_PLAY',
);
