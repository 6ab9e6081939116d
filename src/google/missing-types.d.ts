/** Parts of Apps Script that `@types/google-apps-script` lacks. */
declare namespace GoogleAppsScript {
  namespace Script {
    interface AuthorizationInfo {
      /** @see https://developers.google.com/apps-script/reference/script/authorization-info#getAuthorizedScopes() */
      getAuthorizedScopes(): string[];
    }
  }

  namespace Sheets.Collection {
    interface SpreadsheetsCollection {
      /** With the parameters that every method takes, such as `fields`. */
      batchUpdate(
        resource: Schema.BatchUpdateSpreadsheetRequest,
        spreadsheetId: string,
        optionalArgs: { readonly fields: string },
      ): Schema.BatchUpdateSpreadsheetResponse;
    }
  }

  namespace Card_Service {
    interface CardService {
      readonly HorizontalSizeStyle: typeof HorizontalSizeStyle;
      readonly VerticalAlignment: typeof VerticalAlignment;
      newColumn(): Column;
      newColumns(): Columns;
    }

    enum HorizontalSizeStyle {
      FILL_AVAILABLE_SPACE,
      FILL_MINIMUM_SPACE,
    }

    enum VerticalAlignment {
      CENTER,
      TOP,
      BOTTOM,
    }

    interface TextParagraph {
      /** @see https://developers.google.com/apps-script/reference/card-service/text-paragraph#setMaxLines(Integer) */
      setMaxLines(lines: Integer): TextParagraph;
    }

    /** @see https://developers.google.com/apps-script/reference/card-service/column */
    interface Column {
      addWidget(widget: Widget): Column;
      setHorizontalAlignment(alignment: HorizontalAlignment): Column;
      setHorizontalSizeStyle(style: HorizontalSizeStyle): Column;
      setVerticalAlignment(alignment: VerticalAlignment): Column;
    }

    /** @see https://developers.google.com/apps-script/reference/card-service/columns */
    interface Columns extends Widget {
      addColumn(column: Column): Columns;
    }
  }
}
