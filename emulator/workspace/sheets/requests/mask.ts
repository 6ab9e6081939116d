import type { JsonObject } from '../../api-method';
import { MalformedMask, parseFieldMask, type FieldTree } from '../../drive/field-mask';
import { refusal } from '../../spreadsheet/errors';

/** The `fields` of a request that changes something. @throws GoogleError 400 when it names none. */
export function maskOf({ fields }: JsonObject): FieldTree {
  if (typeof fields !== 'string' || fields.trim() === '')
    throw refusal(
      "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    );
  try {
    return parseFieldMask(fields);
  } catch (error) {
    if (error instanceof MalformedMask) throw refusal(`Invalid field mask: ${fields}`);
    throw error;
  }
}
