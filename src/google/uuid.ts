/** A random UUID. @see https://developers.google.com/apps-script/reference/utilities/utilities#getuuid */
export const newUuid = (): string => Utilities.getUuid();
