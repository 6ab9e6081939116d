import { ANNA } from '../../support/small-company';
import { inScript, runIn, scriptOf, SCOPES } from './in-script';

const sent = (code: string) => {
  const workspace = scriptOf(`function f() { ${code} }`);
  const outcome = runIn(workspace, 'f');
  return outcome ?? workspace.state.outbox;
};

const base = {
  at: '2026-03-02T08:00:00.000Z',
  from: ANNA,
  to: ['a@x.example'],
  subject: 'S',
  body: 'B',
  by: 'MailApp',
};

describe('MailApp', () => {
  test.each([
    ["MailApp.sendEmail('a@x.example', 'S', 'B')", base],
    [
      "MailApp.sendEmail('a@x.example', 'r@x.example', 'S', 'B')",
      { ...base, replyTo: 'r@x.example' },
    ],
    [
      "MailApp.sendEmail({ to: 'a@x.example', subject: 'S', body: 'B', noReply: true })",
      { ...base, from: 'noreply@acme.example' },
    ],
    [
      "MailApp.sendEmail('a@x.example, Bo <b@x.example>', 'S', 'B', { cc: 'c@x.example', bcc: 'd@x.example', name: 'Anna', htmlBody: '<b>' })",
      {
        ...base,
        to: ['a@x.example', 'b@x.example'],
        cc: ['c@x.example'],
        bcc: ['d@x.example'],
        senderName: 'Anna',
        htmlBody: '<b>',
      },
    ],
    [
      "const b = Utilities.newBlob('hi', 'text/plain', 'a.txt'); MailApp.sendEmail({ to: 'a@x.example', subject: 'S', body: 'B', attachments: [b], inlineImages: { logo: b } })",
      {
        ...base,
        attachments: [{ name: 'a.txt', contentType: 'text/plain', base64: 'aGk=' }],
        inlineImages: [
          { name: 'a.txt', contentType: 'text/plain', base64: 'aGk=', contentId: 'logo' },
        ],
      },
    ],
  ])('puts into the outbox what %s sends', (code, mail) => {
    expect(sent(code)).toEqual([mail]);
  });

  test.each([
    ["MailApp.sendEmail('nobody', 'S', 'B')", 'Invalid email: nobody', {}],
    ["MailApp.sendEmail({ subject: 'S' })", 'Failed to send email: no recipient', {}],
    [
      "MailApp.sendEmail('a@x.example')",
      "The parameters (String) don't match the method signature for MailApp.sendEmail.",
      {},
    ],
    [
      "MailApp.sendEmail('a@x.example', 'S', '12345')",
      'Limit Exceeded: Email Body Size.',
      { MAIL_BODY_BYTES: 4 },
    ],
    [
      "MailApp.sendEmail('a@x.example,b@x.example', 'S', 'B')",
      'Limit Exceeded: Email Recipients Per Message.',
      { MAIL_RECIPIENTS_PER_MESSAGE: 1 },
    ],
    [
      "MailApp.sendEmail('a@x.example,b@x.example', 'S', 'B')",
      'Service invoked too many times for one day: email.',
      { MAIL_RECIPIENTS_PER_DAY: 1 },
    ],
    [
      "MailApp.sendEmail('a@x.example', 'S', 'B', { attachments: [Utilities.newBlob('12345')] })",
      'Limit Exceeded: Email Total Attachments Size.',
      { MAIL_TOTAL_BYTES: 4 },
    ],
  ])('refuses %s', (code, words, limits) => {
    const workspace = scriptOf(`function f() { ${code} }`, { limits });
    expect([runIn(workspace, 'f'), workspace.state.outbox]).toEqual([`Exception: ${words}`, []]);
  });

  test('counts recipients against the day', () => {
    expect(
      inScript(
        "MailApp.sendEmail('a@x.example,b@x.example', 'S', 'B'); return MailApp.getRemainingDailyQuota()",
      ),
    ).toBe(1498);
  });

  test('needs its scope', () => {
    expect(
      inScript("MailApp.sendEmail('a@x.example', 'S', 'B')", {
        manifest: { oauthScopes: [SCOPES[0]] },
      }),
    ).toMatch(/Required permissions: .*script.send_mail/);
  });
});
