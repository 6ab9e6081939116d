import type { LocalWorkspace } from '../../../emulator/local-workspace';
import { aBusyMorning, authorize, immediate, items, log, refusal } from './support';

describe('eventName and filters', () => {
  const twoEvents = (): LocalWorkspace => {
    const workspace = immediate();
    log(workspace, {
      applicationName: 'token',
      events: [authorize('Tandem'), { type: 'auth', name: 'request' }],
    });
    log(workspace, { applicationName: 'token', events: [{ type: 'auth', name: 'revoke' }] });
    return workspace;
  };

  test('eventName returns whole activities, with their other events', () => {
    const found = items(twoEvents(), 'token', { eventName: 'request' });
    expect(found).toHaveLength(1);
    expect(found[0]!.events.map(({ name }) => name)).toEqual(['authorize', 'request']);
  });

  test('filters hold for the same event as eventName', () => {
    const params = { eventName: 'request', filters: 'app_name==Tandem' };
    expect(items(twoEvents(), 'token', params)).toHaveLength(0);
  });

  /** One drive entry: doc_id 100, size 9, a flag, two visibilities, a nested and an empty parameter. */
  const aDriveEntry = (): LocalWorkspace => {
    const workspace = immediate();
    const parameters = [
      { name: 'doc_id', value: 'abc' },
      { name: 'size', intValue: '9' },
      { name: 'billable', boolValue: true },
      { name: 'labels', multiValue: ['red', 'blue'] },
      { name: 'sizes', multiIntValue: ['1', '20'] },
      { name: 'place', messageValue: { parameter: [{ name: 'city', value: 'Oulu' }] } },
      { name: 'people', multiMessageValue: [{ parameter: [{ name: 'who', value: 'Anna' }] }] },
      { name: 'note' },
    ];
    log(workspace, {
      applicationName: 'drive',
      events: [{ type: 'access', name: 'edit', parameters }],
    });
    return workspace;
  };

  test('all seven shapes of a parameter, and a bare name, come as they were logged', () => {
    const parameters = items(aDriveEntry(), 'drive')[0]!.events[0]!.parameters!;
    expect(parameters.map((parameter) => Object.keys(parameter)[1])).toEqual([
      'value',
      'intValue',
      'boolValue',
      'multiValue',
      'multiIntValue',
      'messageValue',
      'multiMessageValue',
      undefined,
    ]);
  });

  test.each([
    ['doc_id==abc', 1],
    ['doc_id==abd', 0],
    ['doc_id<>abd', 1],
    ['doc_id<>abc', 0],
    ['doc_id<b', 1],
    ['size>8', 1],
    ['size>=9', 1],
    ['size<10', 1],
    ['size<=8', 0],
    ['billable==true', 1],
    ['billable==false', 0],
    ['labels==blue', 1],
    ['labels<>blue', 0],
    ['sizes>10', 1],
    ['place==Oulu', 0],
    ['note==x', 0],
    ['doc_id==abc,size==9', 1],
    ['doc_id==abc,size==8', 0],
    ['doc_id==nope,doc_id==abc', 1],
    ['doc_id==abc,doc_id==nope', 0],
    ['shoe_size==43', 1],
    ['shoe_size==43,size==9', 1],
    ['target_user==anna@acme.example', 0],
  ])('filters=%s finds %i of one', (filters, found) => {
    expect(items(aDriveEntry(), 'drive', { filters })).toHaveLength(found);
  });

  test.each(['doc_id', 'doc_id=abc', 'doc_id==abc,size'])('filters=%s is refused', (filters) => {
    expect(refusal(() => items(aDriveEntry(), 'drive', { filters }))).toMatchObject({ code: 400 });
  });

  test('the newer filters pick by application and by country', () => {
    const workspace = aBusyMorning();
    const applicationInfo = {
      oauthClientId: '77',
      applicationName: 'Tandem',
      impersonation: false,
    };
    log(workspace, { applicationInfo });
    expect(items(workspace, 'admin', { applicationInfoFilter: 'oAuthClientId="77"' })).toHaveLength(
      1,
    );
    expect(items(workspace, 'admin', { networkInfoFilter: 'regionCode="US"' })).toHaveLength(2);
    expect(() => items(workspace, 'admin', { deviceFilter: 'deviceId="1"' })).toThrow(
      'not emulated',
    );
  });
});
