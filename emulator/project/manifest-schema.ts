/**
 * appsscript.json as Google's pages describe it. The public schema (SchemaStore) is out of date: it lacks docs, slides,
 * drive, chat, meet and flows, and misnames calendar's fields.
 *
 * @see https://developers.google.com/apps-script/manifest
 * @see https://developers.google.com/apps-script/manifest/addons
 */
import type { Schema } from '../kit/schema';

const object = (
  properties: Readonly<Record<string, Schema>>,
  required: readonly string[] = [],
): Schema => ({ type: 'object', properties, required, additionalProperties: false });
const list = (items: Schema): Schema => ({ type: 'array', items });
const oneOf = (...values: string[]): Schema => ({ enum: values });

const text = { type: 'string', minLength: 1 };
const flag = { type: 'boolean' };
const https = { type: 'string', pattern: '^https://' };
const scope = { type: 'string', pattern: '^(https://.+|openid|email|profile)$' };
const color = { type: 'string', pattern: '^#[0-9A-Fa-f]{6}$' };
const functionName = {
  type: 'string',
  pattern: '^[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*)*$',
};
/** https, or one leading wildcard label, and a path of at least "/". */
const fetchPrefix = { type: 'string', pattern: '^https://(\\*\\.)?[^/*?#]+/[^*]*$' };

const trigger = object({ runFunction: functionName, enabled: flag }, ['runFunction']);
const eventAccess = oneOf('METADATA', 'READ', 'WRITE', 'READ_WRITE');

const linkPreviewTriggers = list(
  object(
    {
      runFunction: functionName,
      patterns: list(object({ hostPattern: text, pathPrefix: text }, ['hostPattern'])),
      labelText: text,
      localizedLabelText: { type: 'object', additionalProperties: text },
      logoUrl: https,
    },
    ['runFunction', 'patterns', 'labelText'],
  ),
);

const createActionTriggers = list(
  object(
    {
      id: text,
      runFunction: functionName,
      labelText: text,
      localizedLabelText: { type: 'object', additionalProperties: text },
      logoUrl: https,
    },
    ['id', 'runFunction', 'labelText'],
  ),
);

const editorHost = object({
  homepageTrigger: trigger,
  onFileScopeGrantedTrigger: object({ runFunction: functionName }, ['runFunction']),
  linkPreviewTriggers,
  createActionTriggers,
});

const common = object(
  {
    name: text,
    logoUrl: https,
    homepageTrigger: trigger,
    layoutProperties: object({ primaryColor: color, secondaryColor: color }),
    openLinkUrlPrefixes: list(text),
    universalActions: list(
      object({ label: text, openLink: text, runFunction: functionName }, ['label']),
    ),
    useLocaleFromApp: flag,
  },
  ['name', 'logoUrl'],
);

/** @see https://developers.google.com/apps-script/manifest/calendar-addons */
const calendar = object({
  homepageTrigger: trigger,
  eventOpenTrigger: trigger,
  eventUpdateTrigger: trigger,
  eventAttachmentTrigger: object({ runFunction: functionName, label: text }, [
    'runFunction',
    'label',
  ]),
  currentEventAccess: eventAccess,
  createSettingsUrlFunction: functionName,
  conferenceSolution: list(
    object({ id: text, name: text, logoUrl: https, onCreateFunction: functionName }, [
      'id',
      'name',
      'logoUrl',
      'onCreateFunction',
    ]),
  ),
});

const gmail = object({
  homepageTrigger: trigger,
  contextualTriggers: list(
    object({ unconditional: { type: 'object' }, onTriggerFunction: functionName }, [
      'onTriggerFunction',
    ]),
  ),
  composeTrigger: object({
    selectActions: list(object({ text, runFunction: functionName }, ['text', 'runFunction'])),
    draftAccess: oneOf('NONE', 'METADATA'),
  }),
  authorizationCheckFunction: functionName,
  universalActions: list({ type: 'object' }),
});

const drive = object({
  homepageTrigger: trigger,
  onItemsSelectedTrigger: object({ runFunction: functionName }, ['runFunction']),
});

export const MANIFEST_SCHEMA = object(
  {
    timeZone: text,
    runtimeVersion: oneOf('V8', 'STABLE', 'DEPRECATED_ES5'),
    exceptionLogging: oneOf('NONE', 'STACKDRIVER'),
    oauthScopes: list(scope),
    urlFetchWhitelist: list(fetchPrefix),
    dependencies: object({
      enabledAdvancedServices: list(
        object(
          {
            userSymbol: { type: 'string', pattern: '^[A-Za-z_$][\\w$]*$' },
            serviceId: text,
            version: text,
          },
          ['userSymbol', 'serviceId', 'version'],
        ),
      ),
      libraries: list(
        object({ userSymbol: text, libraryId: text, version: text, developmentMode: flag }, [
          'userSymbol',
          'libraryId',
          'version',
        ]),
      ),
    }),
    webapp: object(
      {
        access: oneOf('MYSELF', 'DOMAIN', 'ANYONE', 'ANYONE_ANONYMOUS'),
        executeAs: oneOf('USER_ACCESSING', 'USER_DEPLOYING'),
      },
      ['access', 'executeAs'],
    ),
    executionApi: object({ access: oneOf('MYSELF', 'DOMAIN', 'ANYONE') }, ['access']),
    sheets: object({
      macros: list(
        object({ menuName: text, functionName, defaultShortcut: text }, [
          'menuName',
          'functionName',
        ]),
      ),
    }),
    chat: { type: 'object' },
    addOns: object(
      {
        common,
        calendar,
        gmail,
        drive,
        docs: editorHost,
        sheets: editorHost,
        slides: editorHost,
        chat: { type: 'object' },
        meet: { type: 'object' },
        flows: { type: 'object' },
      },
      ['common'],
    ),
  },
  ['timeZone'],
);
