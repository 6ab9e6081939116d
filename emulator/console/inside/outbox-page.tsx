import { addressOf } from '../shell/place';
import { Loaded, useLoaded } from '../shell/loading';
import { Table } from '../shell/table';
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
        {(all) => (
          <Table
            rows={all.map((mail, number) => ({ ...mail, number })).reverse()}
            keyOf={({ number }) => number}
            empty={<p class="empty">No mail.</p>}
            columns={[
              {
                title: 'Subject',
                cell: ({ number, subject }) => (
                  <a class="row-link" href={addressOf(null, 'workspace', 'outbox', String(number))}>
                    {subject || '(no subject)'}
                  </a>
                ),
              },
              { title: 'To', cell: ({ to }) => to.join(', ') },
              { title: 'From', cell: ({ from }) => from },
              { title: 'Sent by', cell: ({ by }) => by },
              { title: 'At (UTC)', class: 'time', cell: ({ at }) => shownTime(at) },
            ]}
          />
        )}
      </Loaded>
    </>
  );
}
