import type { Card, OpenLink } from '../../../src/card/card-json';
import type { CardHands } from '../../../src/admin-page/card-dom/hands';
import { Icon } from '../shell/icon';
import { Popup } from '../shell/popup';
import { asError } from './panel-answer';
import type { AddOnEntry, PanelAnswer, PanelClient } from './panel-client';

/** The card's own actions, the add-on's universal ones, and a way to reload. */
export function PanelMenu({
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
