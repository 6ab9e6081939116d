import { exception } from '../../runtime/realm/bridge';
import { CLICKABLE } from './realm-actions';
import { toColor } from './realm-color';
import { BorderType, ImageCropType } from './realm-enums';
import { a, INTEGER, NUMBER, oneOf, STRING } from './realm-kinds';
import { messageClass } from './realm-message-class';
import { field } from './realm-setters';
import { asWidget, Widget } from './realm-widget';

/** @see https://developers.google.com/apps-script/reference/card-service/image */
export const Image = messageClass('Image', {
  base: Widget,
  asWidget: asWidget('image'),
  setters: {
    setImageUrl: field('imageUrl', STRING),
    setAltText: field('altText', STRING),
    ...CLICKABLE,
  },
});

/** @see https://developers.google.com/apps-script/reference/card-service/border-style */
export const BorderStyle = messageClass('BorderStyle', {
  setters: {
    setType: field('type', oneOf(BorderType)),
    setCornerRadius: field('cornerRadius', INTEGER),
    setStrokeColor: {
      takes: [[STRING]],
      change: (json, color) => ({ ...json, strokeColor: toColor(color as string, 'color') }),
    },
  },
});

/** @see https://developers.google.com/apps-script/reference/card-service/image-crop-style */
export const ImageCropStyle = messageClass('ImageCropStyle', {
  setters: {
    setImageCropType: field('type', oneOf(ImageCropType)),
    setAspectRatio: {
      takes: [[NUMBER]],
      change(json, ratio) {
        if ((ratio as number) <= 0) throw exception('Invalid argument: ratio');
        return { ...json, aspectRatio: ratio };
      },
    },
  },
});

/** @see https://developers.google.com/apps-script/reference/card-service/image-component */
export const ImageComponent = messageClass('ImageComponent', {
  setters: {
    setImageUrl: field('imageUri', STRING),
    setAltText: field('altText', STRING),
    setCropStyle: field('cropStyle', a(ImageCropStyle)),
    setBorderStyle: field('borderStyle', a(BorderStyle)),
  },
});
