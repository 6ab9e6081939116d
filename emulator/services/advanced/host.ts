import type { Execution } from '../../runtime/execution';
import { ScriptException } from '../../runtime/script-exception';
import { MediaAnswer, type JsonObject } from '../../workspace/api-method';
import { GoogleError } from '../../workspace/google-error';
import { toBytes } from '../url-fetch/responses';
import type { AdvancedOperations } from './operations';

/** Advanced services: API calls on the execution's own authority. */
export const advancedOperations = (execution: Execution): AdvancedOperations => ({
  'advanced.call'(methodId, params, body, headers, media) {
    try {
      const answer = execution.hands.api(methodId, {
        params,
        body: body as JsonObject | null,
        headers,
        ...(media && {
          media: {
            contentType: media.contentType,
            bytes: new Uint8Array(toBytes(media.content)),
          },
        }),
      });
      if (answer instanceof MediaAnswer) return Buffer.from(answer.bytes).toString('utf8');
      return answer;
    } catch (error) {
      throw error instanceof GoogleError
        ? jsonResponseException(methodId, error, execution.workspace.settings.exceptionLocale)
        : error;
    }
  },
});

/**
 * What an advanced service throws. Its message is in the account's language: programs must read `details`.
 */
export function jsonResponseException(
  methodId: string,
  error: GoogleError,
  locale: 'en' | 'es',
): ScriptException {
  const { code, message, errors } = error.toBody().error;
  const sentence =
    locale === 'es'
      ? `La llamada a la API para ${methodId} ha fallado con el siguiente error: ${error.message}`
      : `API call to ${methodId} failed with error: ${error.message}`;
  return new ScriptException(sentence, 'GoogleJsonResponseException', { code, message, errors });
}
