import { safeParse, type BaseIssue, type BaseSchema } from 'valibot';

/** A slot's decoder for data that has the same form in every version. */
export const decoderOf =
  <T>(schema: BaseSchema<unknown, T, BaseIssue<unknown>>) =>
  (data: unknown): T | null => {
    const parsed = safeParse(schema, data);
    return parsed.success ? parsed.output : null;
  };
