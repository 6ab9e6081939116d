import '../../../src/admin-page/card-dom/card.css';
import './side-panel.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Action, Card, OpenLink } from '../../../src/card/card-json';
import type { FormInputs } from '../../../src/admin-page/card-dom/form-inputs';
import type { CardHands } from '../../../src/admin-page/card-dom/hands';
import { plainText } from '../../../src/admin-page/card-dom/markup';
import { Icon } from '../shell/icon';
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
import { CardList } from './card-list';
import { ConsentDialog } from './consent-dialog';
import { FileAccessDialog } from './file-access-dialog';
import { openLink } from './open-link';
import { PeekView, peekOf } from './peek-view';
import { NoticeView, type Notice } from './notice-view';
import {
  asError,
  isAuthorizationError,
  isRenderActions,
  parametersOf,
  suggestionsOf,
  type AuthorizationError,
} from './panel-answer';
import { PanelMenu } from './panel-menu';
import {
  PanelClient,
  type AddOnEntry,
  type Host,
  type OpenDocument,
  type PanelAnswer,
} from './panel-client';

export interface SidePanelProps {
  readonly account: string;
  readonly host: Host;
  readonly open: OpenDocument;
  readonly entry: AddOnEntry;
  readonly close: () => void;
  /** Called when a card's action adds guests to the open event. */
  readonly addGuests?: (emails: readonly string[]) => void;
  /** Called when a card's action changed something in the host, which should then reload. */
  readonly onHostChanged?: () => void;
}

/** An add-on's side panel: its cards, the back button, its menu, and whatever has to be answered before them. */
export function SidePanel(props: SidePanelProps) {
  const { account, host, open, entry, close } = props;
  const openKey = JSON.stringify(open);
  const client = useMemo(() => new PanelClient(account, host, open), [account, host, openKey]);
  const [stack, setStack] = useState<CardStack>(stackOf([]));
  const [notice, setNotice] = useState<Notice | null>({ kind: 'loading' });
  const [peek, setPeek] = useState<Card | null>(null);
  const [askFile, setAskFile] = useState(false);
  const [consenting, setConsenting] = useState(false);
  const held = useRef<FormInputs | undefined>(undefined);
  const turn = useRef(0);

  const reload = async (): Promise<void> => {
    const own = ++turn.current;
    setNotice({ kind: 'loading' });
    const answer = await client.opening().catch(asError);
    const peeks = peekOf(answer);
    const shown = peeks ? await client.homepage().catch(asError) : answer;
    if (own !== turn.current) return;
    setPeek(peeks);
    show(shown, { asRoot: true });
  };
  useEffect(() => void reload(), [client]);

  const show = (panelAnswer: PanelAnswer, { asRoot = false } = {}): void => {
    if (panelAnswer.kind === 'nothing' && !asRoot) return;
    if (panelAnswer.kind !== 'answer') {
      setNotice(panelAnswer);
      return;
    }
    const { answer } = panelAnswer;
    if (isAuthorizationError(answer)) return signIn(answer);
    setNotice(null);
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

  /** Asks the person to sign in to another service: with the add-on's own card where it has one. */
  const signIn = ({ basicAuthorizationPrompt, customUiCallback }: AuthorizationError): void => {
    if (customUiCallback) {
      void client
        .run(customUiCallback, {}, {})
        .catch(asError)
        .then((own) => show(own));
      return;
    }
    const { authorizationUrl: url = '', resource = '' } = basicAuthorizationPrompt;
    setNotice({ kind: 'sign-in', url, resource });
  };

  const perform = ({ action, hostAppAction }: RenderActions, asRoot: boolean): void => {
    if (action?.notification?.text) toast(plainText(action.notification.text));
    if (action?.link) followLink(action.link);
    if (hostAppAction?.editorAction) setAskFile(true);
    const guests = hostAppAction?.calendarAction?.editAttendeesActionMarkup?.addAttendeeEmails;
    if (guests) props.addGuests?.(guests);
    if (!action?.navigations) return;
    const { navigations } = action;
    setStack((now) => navigated(asRoot ? stackOf([]) : now, navigations));
    if (navigations.some(({ popToRoot }) => popToRoot)) void reload();
  };

  const followLink = (link: OpenLink): void =>
    openLink(link, account, entry.openLinkUrlPrefixes, () => void reload());

  const run = async (action: Action, inputs: FormInputs): Promise<void> => {
    const answer = await client
      .run(action.function ?? '', parametersOf(action), inputs)
      .catch(asError);
    held.current = action.persistValues ? inputs : undefined;
    show(answer);
    props.onHostChanged?.();
  };

  const hands: CardHands = {
    run,
    runForLink: run,
    openLink: followLink,
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
          openLink={followLink}
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
      {peek && !notice && stack.above.length === 0 && (
        <PeekView card={peek} open={() => setStack((now) => pushed(now, peek))} />
      )}
      {consenting && notice?.kind === 'consent' && (
        <ConsentDialog
          account={account}
          clientId={notice.clientId}
          request={notice.request}
          close={() => setConsenting(false)}
          onAnswered={() => void reload()}
        />
      )}
      {askFile && (
        <FileAccessDialog
          name={entry.name}
          close={() => setAskFile(false)}
          allow={async () => {
            show(await client.grantFile(), { asRoot: true });
            props.onHostChanged?.();
          }}
        />
      )}
    </aside>
  );
}
