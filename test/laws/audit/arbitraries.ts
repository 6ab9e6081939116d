import fc from 'fast-check';
import type { TokenActivity } from '../../../src/audit/ports';
import { event, HOUR, MINUTE } from '../../audit/world';

/** Few texts and moments, so that events alike are common; some of the texts are hostile (Att19). */
const texts = fc.constantFrom(
  ...['Tandem', 'Tandem', 'Tandem ', 'Other', '', '=1+1', '+cmd|x', '-2', '@SUM(A1)', "'=1"],
  ...['a\tb', 'a b', 'a\r\nb', 'nul\0', '＝1', '\ud83d', '=IMPORTXML("https://x.example","//a")'],
);

const events = fc
  .record({
    name: fc.constantFrom('authorize', 'authorize', 'revoke', 'activity', 'new_event', ''),
    appName: texts,
    appId: fc.constantFrom('1', '2', '=3'),
    scopes: fc.array(fc.constantFrom('openid', 'https://mail.google.com/', '=x'), { maxLength: 3 }),
  })
  .map(({ name, appName, appId, scopes }) =>
    event(name, { app_name: appName, client_id: appId, scope: scopes }),
  );

export interface Happening {
  /** Before the moment it is told. */
  readonly agoMs: number;
  /** How late the log shows it. */
  readonly lagMs: number;
  readonly parts: Partial<TokenActivity>;
  /** Google tells it twice. */
  readonly isTwice: boolean;
  /** Another event is like it in every cell. */
  readonly hasTwin: boolean;
}

export const happenings: fc.Arbitrary<Happening> = fc.record({
  agoMs: fc.nat(30).map((count) => count * 10 * MINUTE),
  lagMs: fc.oneof(
    fc.constantFrom(0, MINUTE),
    fc.nat(71).map((hours) => hours * HOUR),
  ),
  parts: fc.record({
    actor: fc.constantFrom({ email: 'anna@acme.example' }, { email: '=bo@acme.example' }, {}),
    ipAddress: fc.constantFrom('198.51.100.7', '=1', ''),
    events: fc.array(events, { maxLength: 3 }),
  }),
  isTwice: fc.boolean(),
  hasTwin: fc.boolean(),
});
