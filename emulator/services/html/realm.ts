import { exception, operations } from '../../runtime/realm/bridge';
import { defineLazily } from '../../runtime/realm/define';
import { emulated } from '../../runtime/realm/emulated';
import { renders } from '../../runtime/realm/invoke';
import { blobFrom } from '../blob/realm';
import { argumentsOf } from '../signature/realm';
import type { HtmlOperations } from './operations';
import { enumsOf } from './realm-enums';
import { HtmlOutput, HtmlOutputMetaTag } from './realm-output';
import { HtmlTemplate } from './realm-template';
import { templateOutput } from './realm-template-output';

const call = operations<HtmlOperations>();

/** @see https://developers.google.com/apps-script/reference/html/html-service */
export function installHtml(): void {
  defineLazily('HtmlService', htmlService);
  renders((value) => (value instanceof HtmlOutput ? HtmlOutput.rendered(value) : undefined));
}

function htmlService(): object {
  emulated('HTML.HtmlOutput', HtmlOutput);
  emulated('HTML.HtmlOutputMetaTag', HtmlOutputMetaTag);
  emulated('HTML.HtmlTemplate', HtmlTemplate);
  const service = emulated('HTML.HtmlService', {
    ...enumsOf(),
    createHtmlOutput: (...args: unknown[]) =>
      new HtmlOutput(sourceOf('createHtmlOutput', args, [])),
    createTemplate: (...args: unknown[]) => new HtmlTemplate(sourceOf('createTemplate', args)),
    createHtmlOutputFromFile: (...args: unknown[]) =>
      new HtmlOutput(fileOf('createHtmlOutputFromFile', args)),
    createTemplateFromFile: (...args: unknown[]) =>
      new HtmlTemplate(fileOf('createTemplateFromFile', args)),
    getUserAgent: () => null,
  });
  Object.defineProperty(service, 'initTemplate', { value: templateOutput });
  return service;
}

/** The content of a string or a blob; none where the method allows no argument and got none. */
function sourceOf(member: string, args: readonly unknown[], none?: readonly []): string {
  const forms = [['BlobSource'], ['String']] as const;
  const [source = ''] = argumentsOf<[unknown?]>(
    `HtmlService.${member}`,
    args,
    ...(none ? [none, ...forms] : forms),
  );
  return typeof source === 'string' ? source : blobFrom(source).getDataAsString();
}

function fileOf(member: string, args: readonly unknown[]): string {
  const [name] = argumentsOf<[string]>(`HtmlService.${member}`, args, ['String']);
  const source = call('html.file', name);
  if (source === null) throw exception(`No HTML file named ${name} was found.`);
  return source;
}
