import type { ComponentChildren } from 'preact';
import { Loaded, useLoaded } from '../shell/loading';
import { PageHead } from '../shell/with-navigation';
import { localAddress } from '../shell/local-address';
import { mails, outboxAddress, type Mail } from './mails';
import { shownTime } from './times';

/** One mail. Its links work: those to web apps open the app in this Workspace, as the mail's recipient. */
export function MailPage({ number }: { readonly number: number }) {
  const outbox = useLoaded(mails, [number]);
  return (
    <Loaded of={outbox}>
      {(all) => {
        const mail = all[number];
        return mail ? (
          <MailDetails mail={mail} />
        ) : (
          <p class="empty">
            This mail does not exist. <a href={outboxAddress}>See all mails</a>
          </p>
        );
      }}
    </Loaded>
  );
}

const MailDetails = ({ mail }: { readonly mail: Mail }) => (
  <>
    <PageHead
      title={mail.subject || '(no subject)'}
      trail={[{ href: outboxAddress, title: 'Outbox' }]}
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
          srcdoc={framed(mail.htmlBody, mail)}
        />
      ) : (
        <p class="mail-body">{withLinks(mail.body, mail)}</p>
      )}
    </section>
  </>
);

/** The first recipient opens the links. */
const addressIn = (href: string, { to }: Mail): string =>
  localAddress(href, location.origin, to[0] ?? null);

const STYLE = 'body{font:14px/20px Roboto,Arial,sans-serif;margin:12px;overflow-wrap:anywhere}';

/** The mail's HTML with links that open in another tab. It is shown in a frame that runs no scripts. */
function framed(html: string, mail: Mail): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    link.href = addressIn(link.href, mail);
    link.target = '_blank';
    link.rel = 'noopener';
  }
  return `<!doctype html><style>${STYLE}</style>${page.documentElement.innerHTML}`;
}

/** Text with clickable web addresses. */
const withLinks = (text: string, mail: Mail): ComponentChildren =>
  text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a href={addressIn(part, mail)} target="_blank" rel="noopener" key={index}>
        {part}
      </a>
    ) : (
      part
    ),
  );
