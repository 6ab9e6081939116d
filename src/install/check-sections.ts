/** What was checked, one line each, and the evidence once it is unfolded (H15, TA8). */
import { button, opens, buttons } from '../card/action';
import {
  escaped,
  folded,
  marked,
  marks,
  markup,
  paragraph,
  section,
  type Mark,
} from '../card/card';
import type { CardSection, Widget } from '../card/card-json';
import { PLACES } from '../card/consoles';
import { copyable } from '../card/copyable';
import type { CheckName } from './check-names';
import type { Check, CheckReport } from './checks';

/** Finalizing checks two things (H15). */
const ACCESS: readonly CheckName[] = ['administrator', 'scopes', 'delegation', 'directory', 'log'];

/** More would not fit on one card; the lines below name all. */
const SHOWN_PROBLEMS = 6;

export function checkSections({ checks }: Pick<CheckReport, 'checks'>): readonly CardSection[] {
  const problems = checks.filter(({ mark }) => mark === 'bad');
  const isAccess = ({ name }: Check): boolean => ACCESS.includes(name);
  return [
    ...(problems.length > 0
      ? [section('What is wrong', ...problems.slice(0, SHOWN_PROBLEMS).map(checkWidget))]
      : []),
    ...linesSection(
      'The Marketplace installation is complete',
      checks.filter((check) => !isAccess(check)),
    ),
    ...linesSection('The right access to domain data', checks.filter(isAccess)),
    untoldSection(),
    folded('Report', 0, copyable('report', 'To send to whoever helps you', reportText(checks))),
  ];
}

const MARKS: Readonly<Record<Check['mark'], Mark>> = {
  good: 'good',
  bad: 'bad',
  skipped: 'off',
  open: 'off',
};

export const checkWidget = ({ mark, label, evidence }: Check): Widget =>
  marked(MARKS[mark], label, evidence);

/** One line for each check; unfolded, what proved it. */
function linesSection(header: string, checks: readonly Check[]): readonly CardSection[] {
  if (checks.length === 0) return [];
  const lines = checks.map(({ mark, label }) => `${marks(MARKS[mark])} ${escaped(label)}`);
  const evidence = checks.map(
    ({ label, evidence: seen }) => `<b>${escaped(label)}</b><br>${escaped(seen)}`,
  );
  return [folded(header, 1, markup(lines.join('<br>')), markup(evidence.join('<br>')))];
}

/** Honest about what no request can prove: where a person can look instead. */
function untoldSection(): CardSection {
  return folded(
    'What Google tells no app',
    0,
    paragraph(
      'Which organizational units the install covers, beside your own; and whether Data access says Granted. Google answers for one account at a time.',
    ),
    paragraph(
      'Whether Tandem is trusted, or merely not blocked. Only a trusted app goes on when you restrict a Google service.',
    ),
    paragraph(
      'Whether a new delegation has reached everybody. It was tried with your account; Google takes up to 24 hours for all.',
    ),
    buttons(
      ...[PLACES.marketplaceApps, PLACES.apiControls].map(({ link: { text, url } }) =>
        button(text, opens(url)),
      ),
    ),
  );
}

/** Plain text: contains what the card shows, and no secret. */
export function reportText(checks: readonly Check[]): string {
  const words: Readonly<Record<Check['mark'], string>> = {
    good: 'ok',
    bad: 'WRONG',
    skipped: 'not judged',
    open: 'open',
  };
  return checks
    .map(({ mark, label, evidence, failure }) => {
      const kind = failure === null ? '' : ` [${failure.kind}]`;
      return `${words[mark]}${kind}: ${label}. ${evidence}`;
    })
    .join('\n');
}
