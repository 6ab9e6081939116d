import '../../../src/admin-page/card-dom/card.css';
import './side-panel.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Action, Card, OpenLink } from '../../../src/card/card-json';
import type { FormInputs } from '../../../src/admin-page/card-dom/form-inputs';
import type { CardHands } from '../../../src/admin-page/card-dom/hands';
import { plainText } from '../../../src/admin-page/card-dom/markup';
import { Dialog } from '../shell/dialog';
import { Icon } from '../shell/icon';
import { Popup } from '../shell/popup';
import { toast } from '../shell/toast';
import { CardView } from './card-view';
import {
  navigated,
  popped,
  pushed,
  stackOf,
  topOf,
  type CardStack,
  type RenderActions,
} from './card-stack';
import { ConsentDialog } from './consent-dialog';
import {
  PanelClient,
  type AddOnEntry,
  type Host,
  type OpenDocument,
  type PanelAnswer,
} from './panel-client';

/** What the panel shows in place of cards. */
type Notice =
  | { readonly kind: 'loading' }
  | { readonly kind: 'nothing' }
  | Extract<PanelAnswer, { kind: 'consent' | 'error' }>;

export interface SidePanelProps {
  readonly account: string;
  readonly host: Host;
  readonly open: OpenDocument;
  readonly entry: AddOnEntry;
  readonly close: () => void;
  /** A card's action wants guests added to the open event. */
  readonly addGuests?: (emails: readonly string[]) => void;
  /** A card's action changed something in the host: it should look again. */
  readonly hostChanged?: () => void;
}

/** An add-on's side panel: its cards, the way back, its menu, and whatever stands between a person and them. */
export function SidePanel(props: SidePanelProps) {
  const { account, host, open, entry, close } = props;
  const openKey = JSON.stringify(open);
  const client = useMemo(() => new PanelClient(account, host, open), [account, host, openKey]);
  const [stack, setStack] = useState<CardStack>(stackOf([]));
  const [notice, setNotice] = useState<Notice | null>({ kind: 'loading' });
  const [askFile, setAskFile] = useState(false);
  const [consenting, setConsenting] = useState(false);
  const held = useRef<FormInputs | undefined>(undefined);
  const turn = useRef(0);

  const reload = async (): Promise<void> => {
    const own = ++turn.current;
    setNotice({ kind: 'loading' });
    const answer = await client.opening().catch(asError);
    if (own === turn.current) show(answer, { asRoot: true });
  };
  useEffect(() => void reload(), [client]);

  const show = (panelAnswer: PanelAnswer, { asRoot = false } = {}): void => {
    if (panelAnswer.kind === 'nothing' && !asRoot) return;
    if (panelAnswer.kind !== 'answer') {
      setNotice(panelAnswer);
      return;
    }
    setNotice(null);
    const { answer } = panelAnswer;
    if (Array.isArray(answer)) {
      const cards = answer as readonly Card[];
      setStack((now) => (asRoot ? stackOf(cards) : cards.reduce(pushed, now)));
    } else if (isRenderActions(answer)) {
      perform(answer.renderActions ?? answer, asRoot);
    } else {
      const card = answer as Card;
      setStack((now) => (asRoot ? stackOf([card]) : pushed(now, card)));
    }
  };

  const perform = ({ action, hostAppAction }: RenderActions, asRoot: boolean): void => {
    if (action?.notification?.text) toast(plainText(action.notification.text));
    if (action?.link) openLink(action.link);
    if (hostAppAction?.editorAction) setAskFile(true);
    const guests = hostAppAction?.calendarAction?.editAttendeesActionMarkup?.addAttendeeEmails;
    if (guests) props.addGuests?.(guests);
    if (!action?.navigations) return;
    const before = asRoot ? stackOf([]) : stack;
    const { stack: next, reloadRoot } = navigated(before, action.navigations);
    setStack(next);
    if (reloadRoot) void reload();
  };

  const openLink = ({ url = '', openAs, onClose }: OpenLink): void => {
    const features = openAs === 'OVERLAY' ? 'popup,width=520,height=640' : '';
    const opened = window.open(url, '_blank', features);
    if (!opened || onClose !== 'RELOAD') return;
    const timer = setInterval(() => {
      if (!opened.closed) return;
      clearInterval(timer);
      void reload();
    }, 500);
  };

  const run = async (action: Action, inputs: FormInputs): Promise<void> => {
    const answer = await client
      .run(action.function ?? '', parametersOf(action), inputs)
      .catch(asError);
    held.current = action.persistValues ? inputs : undefined;
    show(answer);
    props.hostChanged?.();
  };

  const hands: CardHands = {
    run,
    runForLink: run,
    openLink,
    showCard: (card) => setStack((now) => pushed(now, card)),
    async suggest(action, inputs) {
      const answer = await client.run(action.function ?? '', parametersOf(action), inputs);
      return suggestionsOf(answer);
    },
    async find(action, inputs, query) {
      const parameters = { ...parametersOf(action), autocomplete_widget_query: query };
      const answer = await client.run(action.function ?? '', parameters, inputs);
      return suggestionsOf(answer).map((text) => ({ text, value: text }));
    },
  };

  const top = topOf(stack);
  return (
    <aside class="side-panel" aria-label={entry.name}>
      <header class="side-panel-bar">
        {stack.above.length > 0 && (
          <button
            type="button"
            class="button icon"
            aria-label="Back"
            onClick={() => setStack(popped)}
          >
            <Icon name="back" />
          </button>
        )}
        <h2>{entry.name}</h2>
        <PanelMenu
          entry={entry}
          card={top}
          hands={hands}
          reload={() => void reload()}
          show={show}
          client={client}
          openLink={openLink}
        />
        <button
          type="button"
          class="button icon"
          aria-label={`Close ${entry.name}`}
          onClick={close}
        >
          <Icon name="close" />
        </button>
      </header>
      <div class="side-panel-body">
        {notice ? (
          <NoticeView
            notice={notice}
            entry={entry}
            allow={() => setConsenting(true)}
            retry={() => void reload()}
          />
        ) : top ? (
          <CardView card={top} hands={hands} held={held.current} />
        ) : (
          <CardList cards={stack.roots} choose={(card) => setStack((now) => pushed(now, card))} />
        )}
      </div>
      {consenting && notice?.kind === 'consent' && (
        <ConsentDialog
          account={account}
          clientId={notice.clientId}
          request={notice.request}
          close={() => setConsenting(false)}
          answered={() => void reload()}
        />
      )}
      {askFile && (
        <FileAccessDialog
          name={entry.name}
          close={() => setAskFile(false)}
          allow={async () => show(await client.grantFile(), { asRoot: true })}
        />
      )}
    </aside>
  );
}

function PanelMenu({
  entry,
  card,
  hands,
  reload,
  show,
  client,
  openLink,
}: {
  readonly entry: AddOnEntry;
  readonly card: Card | undefined;
  readonly hands: CardHands;
  readonly reload: () => void;
  readonly show: (answer: PanelAnswer) => void;
  readonly client: PanelClient;
  readonly openLink: (link: OpenLink) => void;
}) {
  const actions = card?.cardActions ?? [];
  const act = ({ onClick }: (typeof actions)[number]) => {
    if (onClick?.openLink) openLink(onClick.openLink);
    else if (onClick?.action) void hands.run(onClick.action, {});
    else if (onClick?.openDynamicLinkAction)
      void hands.runForLink(onClick.openDynamicLinkAction, {});
  };
  const universal = ({ openLink: url, runFunction }: AddOnEntry['universalActions'][number]) => {
    if (url) openLink({ url });
    else if (runFunction) void client.run(runFunction, {}, {}).catch(asError).then(show);
  };
  return (
    <Popup label={`Menu of ${entry.name}`} face={<Icon name="more" />}>
      {(close) => (
        <div onClick={close}>
          {actions.map((one) => (
            <button type="button" class="menu-item" key={one.actionLabel} onClick={() => act(one)}>
              {one.actionLabel}
            </button>
          ))}
          {entry.universalActions.map((one) => (
            <button type="button" class="menu-item" key={one.label} onClick={() => universal(one)}>
              {one.label}
            </button>
          ))}
          <button type="button" class="menu-item" onClick={reload}>
            <Icon name="refresh" /> Refresh
          </button>
        </div>
      )}
    </Popup>
  );
}

function NoticeView({
  notice,
  entry,
  allow,
  retry,
}: {
  readonly notice: Notice;
  readonly entry: AddOnEntry;
  readonly allow: () => void;
  readonly retry: () => void;
}) {
  switch (notice.kind) {
    case 'loading':
      return (
        <div class="loading" role="status" aria-label="Loading">
          <div class="spinner" />
        </div>
      );
    case 'nothing':
      return <p class="empty">{entry.name} has nothing to show here.</p>;
    case 'consent':
      return (
        <div class="side-panel-notice">
          <h3>Authorization required</h3>
          <p>{entry.name} needs your permission before it can be used here.</p>
          <button type="button" class="button filled" onClick={allow}>
            Authorize access
          </button>
        </div>
      );
    case 'error':
      return (
        <div class="side-panel-notice" role="alert">
          <h3>Something went wrong with the add-on</h3>
          <p>Run time error.</p>
          <details>
            <summary>Show details</summary>
            <p>{notice.message}</p>
          </details>
          <p>
            <a href={`/workspace/executions/${notice.executionId}`}>See this execution</a>
          </p>
          <button type="button" class="button outlined" onClick={retry}>
            Reload
          </button>
        </div>
      );
  }
}

/** Several cards at once: their headers, to choose from. */
const CardList = ({ cards, choose }: { cards: readonly Card[]; choose: (card: Card) => void }) => (
  <ul class="card-list">
    {cards.map((card, index) => (
      <li key={card.name ?? index}>
        <button type="button" class="menu-item" onClick={() => choose(card)}>
          <span>
            {plainText(card.header?.title ?? `Card ${index + 1}`)}
            <br />
            <span class="soft">{plainText(card.header?.subtitle ?? '')}</span>
          </span>
        </button>
      </li>
    ))}
  </ul>
);

const FileAccessDialog = ({
  name,
  close,
  allow,
}: {
  readonly name: string;
  readonly close: () => void;
  readonly allow: () => Promise<void>;
}) => (
  <Dialog title={`Allow ${name} to access this file?`} action="Allow" close={close} submit={allow}>
    <p>{name} will be able to see, edit and delete this file. It sees none of your other files.</p>
  </Dialog>
);

const asError = (error: unknown): PanelAnswer => ({
  kind: 'error',
  message: (error as Error).message,
  executionId: '',
});

const isRenderActions = (
  answer: unknown,
): answer is RenderActions & { renderActions?: RenderActions } =>
  typeof answer === 'object' &&
  answer !== null &&
  ['renderActions', 'action', 'hostAppAction', 'stateChanged'].some((member) => member in answer);

const parametersOf = ({ parameters = [] }: Action): Record<string, string> =>
  Object.fromEntries(parameters.map(({ key = '', value = '' }) => [key, value]));

function suggestionsOf(panelAnswer: PanelAnswer): string[] {
  if (panelAnswer.kind !== 'answer') return [];
  const { autoComplete } = panelAnswer.answer as {
    readonly autoComplete?: { readonly items?: readonly { readonly text?: string }[] };
  };
  return (autoComplete?.items ?? []).map(({ text = '' }) => text);
}
