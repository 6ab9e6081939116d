import { exception } from '../../runtime/realm/bridge';
import { Icon, ImageCropType } from './realm-enums';
import { a, BOOLEAN, INTEGER, oneOf, STRING } from './realm-kinds';
import { messageClass, type Setter } from './realm-message-class';
import { choice, field, without } from './realm-setters';

/** @see https://developers.google.com/apps-script/reference/card-service/material-icon */
export const MaterialIcon = messageClass('MaterialIcon', {
  setters: {
    setName: field('name', STRING),
    setFill: field('fill', BOOLEAN),
    setWeight: field('weight', INTEGER),
    setGrade: field('grade', INTEGER),
  },
});

const SOURCES = ['knownIcon', 'iconUrl', 'materialIcon'];

/** The ways to choose an icon; NONE removes it. */
export const ICON_SOURCES = {
  setIcon: {
    takes: [[oneOf(Icon)]],
    change: (json, name) => ({
      ...without(json, SOURCES),
      ...(name !== 'NONE' && { knownIcon: name }),
    }),
  },
  setIconUrl: choice(SOURCES, 'iconUrl', STRING),
  setMaterialIcon: choice(SOURCES, 'materialIcon', a(MaterialIcon)),
} as const satisfies Readonly<Record<string, Setter>>;

/** @see https://developers.google.com/apps-script/reference/card-service/icon-image */
export const IconImage = messageClass('IconImage', {
  setters: {
    ...ICON_SOURCES,
    setAltText: field('altText', STRING),
    setImageCropType: {
      takes: [[oneOf(ImageCropType)]],
      change(json, imageType) {
        if (imageType !== 'SQUARE' && imageType !== 'CIRCLE')
          throw exception('Invalid argument: imageCropType');
        return { ...json, imageType };
      },
    },
  },
});
