import { OpenLink } from './realm-actions';
import { builds, printable } from './realm-built';
import { Card } from './realm-card';
import { Suggestions } from './realm-inputs';
import { a, BOOLEAN, listOf, STRING } from './realm-kinds';
import type { Json } from './realm-message';
import { messageClass } from './realm-message-class';
import { Navigation, Notification } from './realm-navigation';
import { field } from './realm-setters';

/** @see https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1#submitformresponse */
const submitFormResponse = ({ stateChanged, ...action }: Json): Json => ({
  renderActions: { action },
  ...(stateChanged !== undefined && { stateChanged }),
});

export const ActionResponse = printable('ActionResponse');

/** @see https://developers.google.com/apps-script/reference/card-service/action-response-builder */
export const ActionResponseBuilder = messageClass('ActionResponseBuilder', {
  finish: submitFormResponse,
  setters: {
    setNavigation: {
      takes: [[a(Navigation)]],
      change: (json, navigation) => ({ ...json, ...(navigation as Json) }),
    },
    setNotification: field('notification', a(Notification)),
    setOpenLink: field('link', a(OpenLink)),
    setStateChanged: field('stateChanged', BOOLEAN),
  },
});
builds(ActionResponseBuilder, ActionResponse);

export const UniversalActionResponse = printable('UniversalActionResponse');

/** @see https://developers.google.com/apps-script/reference/card-service/universal-action-response-builder */
export const UniversalActionResponseBuilder = messageClass('UniversalActionResponseBuilder', {
  finish: submitFormResponse,
  setters: {
    displayAddOnCards: {
      takes: [[listOf(a(Card))]],
      change: (json, cards) => ({
        ...json,
        navigations: (cards as readonly Json[]).map((pushCard) => ({ pushCard })),
      }),
    },
    setOpenLink: field('link', a(OpenLink)),
  },
});
builds(UniversalActionResponseBuilder, UniversalActionResponse);

export const SuggestionsResponse = printable('SuggestionsResponse');

/** @see https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1#getautocompletionresponse */
export const SuggestionsResponseBuilder = messageClass('SuggestionsResponseBuilder', {
  setters: { setSuggestions: field('autoComplete', a(Suggestions)) },
});
builds(SuggestionsResponseBuilder, SuggestionsResponse);

/** How a link to another service looks in a document; returned from a link preview trigger. */
export const LinkPreview = printable('LinkPreview', {
  finish: (json) => ({ action: { linkPreview: json } }),
  setters: {
    setTitle: field('title', STRING),
    setLinkPreviewTitle: field('linkPreviewTitle', STRING),
    setPreviewCard: field('previewCard', a(Card)),
  },
});
