import { safeParse, type BaseIssue, type BaseSchema } from 'valibot';

/** A slot's decoder for data of one form, whatever the version. */
export const decoderOf =
  <T>(schema: BaseSchema<unknown, T, BaseIssue<unknown>>) =>
  (data: unknown): T | null => {
    const parsed = safeParse(schema, data);
    return parsed.success ? parsed.output : null;
  };
