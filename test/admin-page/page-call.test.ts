import { callOf, openingOf } from '../../src/admin-page/page-call';
import { action } from '../../src/card/action';

const held = {
  name: { stringInputs: { value: ['Anna'] } },
  sides: { stringInputs: { value: ['google', 'work'] } },
  since: { dateInput: { msSinceEpoch: '1700006400000' } },
  at: { timeInput: { hours: 9, minutes: 5 } },
  then: { dateTimeInput: { hasDate: true, hasTime: true, msSinceEpoch: '1700010000000' } },
  'copy.client': { stringInputs: { value: ['1048'] } },
} as const;

describe('what the Admin page sends', () => {
  test('is the name of the action, what the card holds, and the action’s own parameters', () => {
    expect(callOf(action('calendar.save', { rev: '7' }), held)).toEqual({
      action: 'calendar.save',
      inputs: {
        name: ['Anna'],
        sides: ['google', 'work'],
        since: ['1700006400000'],
        at: ['09:05'],
        then: ['1700010000000'],
        rev: ['7'],
      },
    });
  });

  test('lets the action’s own parameters win over a widget of the same name', () => {
    expect(callOf(action('x', { name: 'Ben' }), held).inputs['name']).toEqual(['Ben']);
  });

  test('names no place at the beginning', () => {
    expect(openingOf(null)).toEqual({ action: 'page.open', inputs: {} });
    expect(openingOf('people')).toEqual({ action: 'page.open', inputs: { place: ['people'] } });
  });
});
