import { emulated } from '../../runtime/realm/emulated';
import { renders } from '../../runtime/realm/invoke';
import { Action, AuthorizationAction, OpenLink } from './realm-actions';
import { answerOf } from './realm-answer';
import { AuthorizationException } from './realm-authorization-exception';
import { ButtonSet, ImageButton, TextButton } from './realm-buttons';
import { CardAction, CardBuilder, CardHeader, CardSection, FixedFooter } from './realm-card';
import { Column, Columns } from './realm-columns';
import * as enums from './realm-enums';
import { Grid, GridItem } from './realm-grid';
import {
  Attachment,
  CalendarEventActionResponseBuilder,
  EditorFileScopeActionResponseBuilder,
} from './realm-host-responses';
import { IconImage, MaterialIcon } from './realm-icons';
import { BorderStyle, Image, ImageComponent, ImageCropStyle } from './realm-images';
import { SelectionInput, Suggestions, TextInput, Validation } from './realm-inputs';
import { refuse, words } from './realm-message-class';
import { Navigation, Notification } from './realm-navigation';
import { DatePicker, DateTimePicker, TimePicker } from './realm-pickers';
import {
  ActionResponseBuilder,
  LinkPreview,
  SuggestionsResponseBuilder,
  UniversalActionResponseBuilder,
} from './realm-responses';
import { checked } from './realm-signature';
import { DecoratedText, Divider, Switch, TextParagraph } from './realm-texts';

/** Classes whose objects a script creates with `CardService.new…()`. */
// prettier-ignore
const MADE = [
  Action, ActionResponseBuilder, Attachment, AuthorizationAction, AuthorizationException, BorderStyle, ButtonSet,
  CalendarEventActionResponseBuilder, CardAction, CardBuilder, CardHeader, CardSection, Column, Columns, DatePicker,
  DateTimePicker, DecoratedText, Divider, EditorFileScopeActionResponseBuilder, FixedFooter, Grid, GridItem, IconImage,
  Image, ImageButton, ImageComponent, ImageCropStyle, LinkPreview, MaterialIcon, Navigation, Notification, OpenLink,
  SelectionInput, Suggestions, SuggestionsResponseBuilder, Switch, TextButton, TextInput, TextParagraph, TimePicker,
  UniversalActionResponseBuilder, Validation,
];

/**
 * Members that Google's reference has, that @types/google-apps-script lacks, and that are not emulated: for Chat and
 * Workspace Studio only, or in developer preview for add-ons.
 */
const ELSEWHERE = `newActionStatus newCardWithId newCarousel newCarouselCard newChatActionResponse newChatClientDataSource
  newChatResponseBuilder newChatSpaceDataSource newChip newChipList newCollapseControl newCommonWidgetAction newCondition
  newDataSourceConfig newDialog newDialogAction newDriveDataSourceSpec newEventAction newExpressionData
  newExpressionDataAction newExpressionDataCondition newHostAppDataSource newOverflowMenu newOverflowMenuItem
  newPlatformDataSource newTrigger newUpdateVisibilityAction newUpdatedWidget newWorkflowDataSource
  ChipListLayout CommonDataSource DriveItemType ExpressionDataActionType ExpressionDataConditionType ImageButtonStyle
  ResponseType Status TextInputMode VariableButtonSize Visibility WorkflowDataSourceType`;

/** The object that scripts know as `CardService`. */
export function cardService(): object {
  const { typeNameOf: _, ...enumerations } = enums;
  const service: Record<string, unknown> = enumerations;
  for (const made of MADE) {
    service[`new${made.name}`] = (...args: unknown[]) => {
      checked(() => `CardService.new${made.name}`, args, [[]]);
      return new made();
    };
  }
  for (const member of words(ELSEWHERE))
    Object.defineProperty(service, member, { get: () => refuse('CardService', member) });
  renders(answerOf);
  return emulated('CardService.CardService', service);
}
