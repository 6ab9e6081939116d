import { didOnce, pick, text, times, type Past, type Scene } from './scene';

/**
 * Data protection rules that matched: the log with the most shapes of parameters. The list of numbers and the single nested
 * message appeared in no record we read; they are here so that all seven shapes of the API occur.
 */
export const rulesLog = (scene: Scene): Past[] =>
  times(8, () =>
    didOnce(scene, 'rules', [
      {
        type: 'rule_trigger_type',
        name: 'rule_trigger',
        parameters: [
          text('rule_name', 'No card numbers outside'),
          text('data_source', 'DRIVE'),
          { name: 'resource_recipients', multiValue: [pick(scene, scene.people).email] },
          { name: 'matched_offsets', multiIntValue: ['12', '480'] },
          {
            name: 'resource_owner',
            messageValue: { parameter: [text('email', pick(scene, scene.people).email)] },
          },
          {
            name: 'matched_detectors',
            multiMessageValue: [
              {
                parameter: [
                  text('detector_id', 'CREDIT_CARD_NUMBER'),
                  text('detector_type', 'PREDEFINED_DLP'),
                ],
              },
            ],
          },
        ],
      },
    ]),
  );
