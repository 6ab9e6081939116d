import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Choice } from '../shell/field';
import type { SendUpdates } from './event-resource';
import type { Scope } from './series-change';

export type MailKind = 'invite' | 'update' | 'cancel';

interface ScopeQuestion {
  readonly kind: 'scope';
  readonly title: string;
  readonly scopes: readonly Exclude<Scope, 'one'>[];
  readonly answer: (scope: Scope | null) => void;
}

interface MailQuestion {
  readonly kind: 'mail';
  readonly mail: MailKind;
  readonly answer: (send: SendUpdates | null) => void;
}

/** Asks what Calendar asks before it writes. Null means that the person cancelled. */
export interface Questions {
  readonly askScope: (title: string, scopes: ScopeQuestion['scopes']) => Promise<Scope | null>;
  readonly askMail: (mail: MailKind) => Promise<SendUpdates | null>;
  readonly node: ComponentChildren;
}

export function useQuestions(): Questions {
  const [question, setQuestion] = useState<ScopeQuestion | MailQuestion | null>(null);
  const answering =
    <T,>(resolve: (value: T) => void) =>
    (value: T) => {
      setQuestion(null);
      resolve(value);
    };
  return {
    askScope: (title, scopes) =>
      new Promise((resolve) =>
        setQuestion({ kind: 'scope', title, scopes, answer: answering(resolve) }),
      ),
    askMail: (mail) =>
      new Promise((resolve) => setQuestion({ kind: 'mail', mail, answer: answering(resolve) })),
    node:
      question?.kind === 'scope' ? (
        <AskScope {...question} />
      ) : question ? (
        <AskMail {...question} />
      ) : null,
  };
}

const SCOPES: Readonly<Record<Exclude<Scope, 'one'>, string>> = {
  this: 'This event',
  following: 'This and following events',
  all: 'All events',
};

function AskScope({ title, scopes, answer }: ScopeQuestion) {
  const [scope, setScope] = useState(scopes[0]!);
  return (
    <Question title={title} close={() => answer(null)}>
      <div class="body" role="radiogroup" aria-label={title}>
        {scopes.map((one) => (
          <Choice
            key={one}
            type="radio"
            name="scope"
            label={SCOPES[one]}
            checked={scope === one}
            onChange={() => setScope(one)}
          />
        ))}
      </div>
      <footer>
        <button type="button" class="button" onClick={() => answer(null)}>
          Cancel
        </button>
        <button type="button" class="button filled" onClick={() => answer(scope)}>
          OK
        </button>
      </footer>
    </Question>
  );
}

const MAILS: Readonly<Record<MailKind, string>> = {
  invite: 'Would you like to send invitation emails to Google Calendar guests?',
  update: 'Would you like to send update emails to existing Google Calendar guests?',
  cancel: 'Would you like to send cancellation emails to Google Calendar guests?',
};

function AskMail({ mail, answer }: MailQuestion) {
  return (
    <Question title={MAILS[mail]} close={() => answer(null)}>
      <footer>
        <button type="button" class="button" onClick={() => answer(null)}>
          Back to editing
        </button>
        <button type="button" class="button" onClick={() => answer('none')}>
          Don’t send
        </button>
        <button type="button" class="button filled" onClick={() => answer('all')}>
          Send
        </button>
      </footer>
    </Question>
  );
}

function Question({
  title,
  close,
  children,
}: {
  readonly title: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="dialog question" ref={dialog} aria-labelledby="question-title" onCancel={close}>
      <div>
        <header>
          <h1 id="question-title">{title}</h1>
        </header>
        {children}
      </div>
    </dialog>
  );
}
