/**
 * The Admin page as a web app serves it: one file that loads nothing else. Never a template: nothing is put into it here.
 *
 * @see https://developers.google.com/apps-script/guides/web
 */
export const webPage = (file: string, title: string): GoogleAppsScript.HTML.HtmlOutput =>
  HtmlService.createHtmlOutputFromFile(file)
    .setTitle(title)
    .addMetaTag('viewport', 'width=device-width, initial-scale=1');
