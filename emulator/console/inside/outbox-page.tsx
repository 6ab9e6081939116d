import { addressOf } from '../shell/place';
import { Loaded, useLoaded } from '../shell/loading';
import { PageHead } from '../shell/with-navigation';
import { mails } from './mails';
import { shownTime } from './times';

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
                        <td class="time">{shownTime(mail.at)}</td>
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
