import { CLICKABLE } from './realm-actions';
import { TextButton } from './realm-buttons';
import { DisplayStyle, ImageStyle } from './realm-enums';
import { a, BOOLEAN, INTEGER, oneOf, STRING, WIDGET } from './realm-kinds';
import { messageClass } from './realm-message-class';
import { field, item } from './realm-setters';
import { builds, printable } from './realm-built';

/** @see https://developers.google.com/apps-script/reference/card-service/card-header */
export const CardHeader = messageClass('CardHeader', {
  setters: {
    setTitle: field('title', STRING),
    setSubtitle: field('subtitle', STRING),
    setImageUrl: field('imageUrl', STRING),
    setImageAltText: field('imageAltText', STRING),
    setImageStyle: field('imageType', oneOf(ImageStyle)),
  },
});

/** @see https://developers.google.com/apps-script/reference/card-service/card-section */
export const CardSection = messageClass('CardSection', {
  setters: {
    setHeader: field('header', STRING),
    addWidget: item('widgets', WIDGET, {
      most: 100,
      sentence: "You can't add more than 100 widgets to a card section.",
    }),
    setCollapsible: field('collapsible', BOOLEAN),
    setNumUncollapsibleWidgets: field('uncollapsibleWidgetsCount', INTEGER),
  },
  missing: 'setCollapseControl',
});

/** @see https://developers.google.com/apps-script/reference/card-service/card-action */
export const CardAction = messageClass('CardAction', {
  setters: { setText: field('actionLabel', STRING), ...CLICKABLE },
});

/** @see https://developers.google.com/apps-script/reference/card-service/fixed-footer */
export const FixedFooter = messageClass('FixedFooter', {
  setters: {
    setPrimaryButton: field('primaryButton', a(TextButton)),
    setSecondaryButton: field('secondaryButton', a(TextButton)),
  },
});

export const Card = printable('Card');

/** @see https://developers.google.com/apps-script/reference/card-service/card-builder */
export const CardBuilder = messageClass('CardBuilder', {
  setters: {
    setHeader: field('header', a(CardHeader)),
    setName: field('name', STRING),
    addSection: item('sections', a(CardSection), {
      most: 100,
      sentence: "You can't add more than 100 sections to a card.",
    }),
    addCardAction: item('cardActions', a(CardAction)),
    setFixedFooter: field('fixedFooter', a(FixedFooter)),
    setDisplayStyle: field('displayStyle', oneOf(DisplayStyle)),
    setPeekCardHeader: field('peekCardHeader', a(CardHeader)),
  },
  missing: 'addExpressionData',
});
builds(CardBuilder, Card);
