import type { ComponentChildren } from 'preact';
import { addressOf } from '../shell/place';
import { Loaded, useLoaded } from '../shell/loading';
import { control } from '../shell/workspace-client';
import { PageHead } from '../shell/with-navigation';
import { shownTime } from './times';

interface Mail {
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly htmlBody?: string;
  readonly by: string;
}

const mails = (): Promise<readonly Mail[]> =>
  control<{ mails: readonly Mail[] }>('outbox').then((answer) => answer.mails);

const listAddress = addressOf(null, 'workspace', 'outbox');

/** Mails that somebody would have received, newest first. Nothing leaves this machine. */
export function OutboxPage() {
  const outbox = useLoaded(mails, []);
  return (
    <>
      <PageHead title="Outbox">
        <button type="button" class="button outlined" onClick={() => void outbox.reload()}>
          Refresh
        </button>
      </PageHead>
      <p class="soft">Mails that would have been sent. Nothing leaves this machine.</p>
      <Loaded of={outbox}>
        {(all) =>
          all.length === 0 ? (
            <p class="empty">No mail.</p>
          ) : (
            <div class="table-frame">
              <table class="list">
                <thead>
                  <tr>
                    <th scope="col">Subject</th>
                    <th scope="col">To</th>
                    <th scope="col">From</th>
                    <th scope="col">Sent by</th>
                    <th scope="col">At (UTC)</th>
                  </tr>
                </thead>
                <tbody>
                  {all
                    .map((mail, number) => ({ mail, number }))
                    .reverse()
                    .map(({ mail, number }) => (
                      <tr key={number}>
                        <td>
                          <a
                            class="row-link"
                            href={addressOf(null, 'workspace', 'outbox', String(number))}
                          >
                            {mail.subject || '(no subject)'}
                          </a>
                        </td>
                        <td>{mail.to.join(', ')}</td>
                        <td>{mail.from}</td>
                        <td>{mail.by}</td>
                        <td>{shownTime(mail.at)}</td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
    </>
  );
}

/** One mail. Its links work. */
export function MailPage({ number }: { readonly number: number }) {
  const outbox = useLoaded(mails, [number]);
  return (
    <Loaded of={outbox}>
      {(all) => {
        const mail = all[number];
        return mail ? (
          <>
            <PageHead
              title={mail.subject || '(no subject)'}
              trail={[{ href: listAddress, title: 'Outbox' }]}
            />
            <section class="panel">
              <dl class="facts">
                <dt>From</dt>
                <dd>{mail.from}</dd>
                <dt>To</dt>
                <dd>{mail.to.join(', ')}</dd>
                <dt>At</dt>
                <dd>{shownTime(mail.at)} UTC</dd>
              </dl>
            </section>
            <section class="panel">
              {mail.htmlBody ? (
                <iframe
                  class="mail-frame"
                  title="Mail"
                  sandbox="allow-popups allow-popups-to-escape-sandbox"
                  srcdoc={`<base target="_blank">${mail.htmlBody}`}
                />
              ) : (
                <p class="mail-body">{withLinks(mail.body)}</p>
              )}
            </section>
          </>
        ) : (
          <p class="empty">
            There is no such mail. <a href={listAddress}>See the others</a>
          </p>
        );
      }}
    </Loaded>
  );
}

/** Text in which addresses of the web can be followed. */
const withLinks = (text: string): ComponentChildren =>
  text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a href={part} target="_blank" rel="noopener" key={index}>
        {part}
      </a>
    ) : (
      part
    ),
  );
