/**
 * The Admin page as the web app serves it: one file that loads nothing else. Never a template, so nothing is inserted
 * here.
 *
 * @see https://developers.google.com/apps-script/guides/web
 */
export const webPage = (file: string, title: string): GoogleAppsScript.HTML.HtmlOutput =>
  HtmlService.createHtmlOutputFromFile(file)
    .setTitle(title)
    .addMetaTag('viewport', 'width=device-width, initial-scale=1');

/** The text of a file of the project. */
export const pageFile = (file: string): string =>
  HtmlService.createHtmlOutputFromFile(file).getContent();
