/** Asking a colleague to set Tandem up: before an organization is set up, anybody in it may. */
import {
  inputOf,
  pushes,
  restarts,
  shows,
  type ActionEntry,
  type Answer,
  type Caller,
  type Inputs,
} from '../card/action';
import { failureWords } from '../card/failure-words';
import type { Clock } from '../kit/clock';
import type { Failure } from '../kit/failure';
import type { Result } from '../kit/result';
import { INSTALL, TO_INPUT, WHO_INPUT } from './names';
import { askCard, colleaguesCard, requestText, waitingCard } from './request-cards';
import {
  colleagueAddress,
  mailed,
  mayRemind,
  seenBy,
  type NotAColleague,
  type RequestBook,
  type SetupRequest,
} from './request';
import type { Colleague, InstallPorts, SetupMail } from './ports';
import type { Surroundings } from './surroundings';

export interface RequestParts {
  readonly ports: Pick<InstallPorts, 'account'>;
  readonly clock: Clock;
  readonly around: Surroundings;
  readonly requests: RequestBook;
  /** People of the caller's organization by name or address, as everybody may see them. */
  colleagues(typed: string): Result<readonly Colleague[], Failure>;
  /** In the caller's name. */
  sendMail(mail: SetupMail): Result<null, Failure>;
}

type RequestAction = (typeof INSTALL)['find' | 'send' | 'remind' | 'withdraw'];

/** @param begin forgets how far the caller had come by themself: from here on they wait. */
export const requestEntries = (
  parts: RequestParts,
  begin: () => void,
): Readonly<Record<RequestAction, Omit<ActionEntry, 'for'>>> => ({
  [INSTALL.find]: { run: (inputs, caller) => find(parts, inputs, caller) },
  [INSTALL.send]: {
    run(inputs, caller) {
      begin();
      return send(parts, inputs, caller);
    },
  },
  [INSTALL.remind]: { run: (_, caller) => remind(parts, caller) },
  [INSTALL.withdraw]: { run: (_, caller) => withdraw(parts, caller) },
});

/** Takes an address as it is, and finds people for anything else. */
function find(parts: RequestParts, inputs: Inputs, caller: Caller): Answer {
  const typed = inputOf(inputs, WHO_INPUT).trim();
  if (typed === '') return shows(askCard(parts.around, 'Type a name or an address.'));
  const address = colleagueAddress(typed, caller);
  if (address.ok)
    return pushes(colleaguesCard(typed, [{ name: address.value, email: address.value }]));
  if (address.failure !== 'address') return refused(parts, address.failure, caller, typed);
  const found = parts.colleagues(typed);
  if (!found.ok) return failed(parts, found.failure, typed);
  const others = found.value.filter(({ email }) => colleagueAddress(email, caller).ok);
  return others.length === 0
    ? shows(
        askCard(
          parts.around,
          `Nobody was found for “${typed}”. Type the whole address, or send the message yourself.`,
          typed,
        ),
      )
    : pushes(colleaguesCard(typed, others));
}

/** Mails the colleague in the asker's name, and keeps the request for both of them. */
function send(parts: RequestParts, inputs: Inputs, caller: Caller): Answer {
  const to = colleagueAddress(inputOf(inputs, TO_INPUT), caller);
  if (!to.ok) return refused(parts, to.failure, caller);
  const account = parts.ports.account();
  if (!account.ok && account.failure.kind === 'paid-account-needed')
    return failed(parts, account.failure);
  return sendTo(parts, to.value, caller);
}

/** The same mail once more. */
function remind(parts: RequestParts, caller: Caller): Answer {
  const request = parts.requests.read(caller.domain);
  if (request === null) return shows(askCard(parts.around, 'The request has expired. Ask again.'));
  if (!mayRemind(request, parts.clock.now()))
    return restarts(waiting(parts, request), 'A reminder can be sent once a day.');
  return sendTo(parts, request.to, caller);
}

/** Only who asked, and who was asked. */
function withdraw(parts: RequestParts, { email, domain }: Caller): Answer {
  const request = parts.requests.read(domain);
  if (request !== null && request.by !== email && request.to !== email)
    return restarts(waiting(parts, request), `Only ${request.by} can take it back.`);
  parts.requests.clear(domain);
  return restarts(askCard(parts.around), 'The request was taken back.');
}

function sendTo(parts: RequestParts, to: string, { email: by, domain }: Caller): Answer {
  const { requests, clock, around } = parts;
  const before = requests.read(domain);
  const request = mailed(before, { by, to, nowMs: clock.now() });
  if (request === null)
    return shows(askCard(around, 'Three requests were mailed today. Try again tomorrow.'));
  // Kept first: a mail whose request is not kept would lead to a page that knows nothing of it.
  const kept = requests.write(domain, request);
  if (!kept.ok) return failed(parts, kept.failure);
  const sent = parts.sendMail({
    to: [to],
    subject: `Please set up Tandem for ${domain}`,
    text: `${requestText(around.adminPage ?? around.marketplace, around.marketplace)}\n\n${by}`,
  });
  if (sent.ok) return restarts(waiting(parts, request), `Sent to ${to}.`);
  if (before === null) requests.clear(domain);
  else void requests.write(domain, before);
  return failed(parts, sent.failure);
}

const waiting = ({ clock }: RequestParts, request: SetupRequest) =>
  waitingCard(request, clock.now());

const REFUSALS: Readonly<Record<NotAColleague, (domain: string) => string>> = {
  address: () => 'That is no address.',
  domain: (domain) =>
    `It has to be an address at ${domain}. For anybody else, send the message yourself.`,
  self: () => 'That is your own address. Choose “I am an administrator” instead.',
};

const refused = (
  { around }: RequestParts,
  why: NotAColleague,
  { domain }: Caller,
  typed = '',
): Answer => shows(askCard(around, REFUSALS[why](domain), typed));

function failed({ around }: RequestParts, failure: Failure, typed = ''): Answer {
  const { heading, cure } = failureWords(failure);
  return shows(askCard(around, `${heading}. ${cure}`, typed));
}

/** The colleague who was asked has come: whoever waits for them sees it, and whether Google says that they are an administrator (H20). */
export function noteArrival(
  { requests, ports, clock }: RequestParts,
  { email, domain }: Caller,
): void {
  const request = requests.read(domain);
  if (request === null || request.to !== email) return;
  const account = ports.account();
  const isAdministrator = account.ok && (account.value.isAdmin || account.value.isDelegatedAdmin);
  const seen = seenBy(request, isAdministrator, clock.now());
  // Nothing depends on it but what the asker reads.
  if (seen !== request) void requests.write(domain, seen);
}
