import type { CardProblem } from './check';
import { cutCard } from './cut';
import type { MessageName } from './descriptors';
import { partsOf, type CardPart, type PartProblem } from './parts';
import { unavailable } from './unavailable';

/** Where a card is shown. */
export type CardHost = 'CALENDAR' | 'SHEETS' | 'DOCS' | 'SLIDES' | 'DRIVE' | 'GMAIL';

export interface HostSetting {
  /** The manifest's `addOns.common.openLinkUrlPrefixes`. */
  readonly openLinkUrlPrefixes: readonly string[];
}

/**
 * The problems a host's side panel has with a well-formed card or answer: what it refuses or does not show.
 *
 * @see https://developers.google.com/workspace/add-ons/guides/workspace-restrictions
 */
export function hostProblems(
  value: unknown,
  host: CardHost,
  setting: HostSetting,
  name: MessageName = 'Card',
): CardProblem[] {
  return partsOf(value, name).flatMap((part) =>
    [
      ...unavailable(part),
      ...linkProblems(part, setting),
      ...imageProblems(part),
      ...layoutProblems(part),
      ...actionProblems(part, host),
    ].map(({ member, sentence }) => ({
      path: joined(part.path, member),
      sentence,
      refused: part.name === 'Action' && member === 'interaction',
    })),
  );
}

const joined = (path: string, member: string): string => [path, member].filter(Boolean).join('.');

function linkProblems({ name, value }: CardPart, setting: HostSetting): PartProblem[] {
  const { url } = value as { url?: unknown };
  if (name !== 'OpenLink' || typeof url !== 'string') return [];
  if (setting.openLinkUrlPrefixes.some((prefix) => url.startsWith(prefix))) return [];
  return [
    {
      member: 'url',
      sentence: `No prefix in the manifest's addOns.common.openLinkUrlPrefixes allows ${url}.`,
    },
  ];
}

const IMAGE_FIELDS = ['imageUrl', 'imageUri', 'iconUrl', 'startIconUri'];

function imageProblems({ value }: CardPart): PartProblem[] {
  return IMAGE_FIELDS.flatMap((member) => {
    const url = value[member];
    if (typeof url !== 'string') return [];
    if (/^data:image\/svg|\.svg($|[?#])/i.test(url))
      return [{ member, sentence: 'SVG images are not shown in cards.' }];
    if (!/^(https|data):/i.test(url))
      return [{ member, sentence: 'An image must have an HTTPS URL.' }];
    return [];
  });
}

function layoutProblems({ name, value }: CardPart): PartProblem[] {
  const { columnItems, columnCount } = value as { columnItems?: unknown[]; columnCount?: number };
  if (name === 'Columns' && columnItems && columnItems.length > 2)
    return [{ member: 'columnItems', sentence: 'A card shows at most 2 columns.' }];
  if (name === 'Grid' && columnCount !== undefined && columnCount > 2)
    return [{ member: 'columnCount', sentence: 'A grid in a side panel has 1 or 2 columns.' }];
  if (name === 'Card.CardFixedFooter') return footerProblems(value);
  return name === 'Card' ? cardProblems(value) : [];
}

/** @see https://developers.google.com/apps-script/reference/card-service/fixed-footer */
function footerProblems(footer: object): PartProblem[] {
  const { primaryButton, secondaryButton } = footer as Record<string, ButtonStyle | undefined>;
  const filled = primaryButton && (primaryButton.color || primaryButton.type === 'FILLED');
  const outlined =
    secondaryButton &&
    !secondaryButton.color &&
    (secondaryButton.type ?? 'OUTLINED') === 'OUTLINED';
  return [
    ...(primaryButton && !filled
      ? [{ member: 'primaryButton', sentence: "A footer's primary button must be FILLED." }]
      : []),
    ...(secondaryButton && !outlined
      ? [{ member: 'secondaryButton', sentence: "A footer's secondary button must be OUTLINED." }]
      : []),
  ];
}

interface ButtonStyle {
  readonly type?: string;
  readonly color?: object;
}

function cardProblems(card: object): PartProblem[] {
  const { sectionsCut, widgetsCut } = cutCard(card);
  const { sections = [] } = card as { sections?: unknown[] };
  return [
    ...(sectionsCut > 0
      ? [
          {
            member: 'sections',
            sentence: `Beyond 100 widgets nothing is shown: the last ${sectionsCut} sections, ${widgetsCut} widgets, are dropped.`,
          },
        ]
      : []),
    ...(sections.length > 100
      ? [{ member: 'sections', sentence: 'A card has at most 100 sections.' }]
      : []),
  ];
}

const EDITORS: readonly CardHost[] = ['SHEETS', 'DOCS', 'SLIDES'];

function actionProblems({ name, value }: CardPart, host: CardHost): PartProblem[] {
  if (name === 'HostAppAction' && value['calendarAction'] && host !== 'CALENDAR')
    return [{ member: 'calendarAction', sentence: `${host} does not change calendar events.` }];
  if (name === 'HostAppAction' && value['editorAction'] && !EDITORS.includes(host))
    return [{ member: 'editorAction', sentence: `${host} has no active document.` }];
  if (name === 'RenderActions.Action' && value['linkPreview'] && !EDITORS.includes(host))
    return [{ member: 'linkPreview', sentence: `${host} does not preview links.` }];
  return [];
}
