// Parts of documents that the product's own words make, so that they cannot say anything else.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FEATURES } from '../../src/app/features';
import { pollMs } from '../../src/calendar/runner/poll';
import { WHY_NOT } from '../../src/calendar/entry/why';
import { failureWords } from '../../src/card/failure-words';
import { WHY_LEFT_OUT } from '../../src/directory/why';
import { LICENSE_SCOPE } from '../../src/install/needs';
import type { FailureKind, KeyProblem } from '../../src/kit/failure';
import { FAILURE_KINDS, traitsOf, type Cure } from '../../src/kit/failure-traits';
import type { ScopeNeed } from '../../src/kit/needs';
import { SHEET_FORMS } from '../../src/app/workbook-tables';
import { failureOf } from '../card/any-failure';
import { ROOT } from './documents';

export interface Block {
  readonly document: string;
  readonly name: string;
  text(): string;
}

const WIDTH = 138;

/** Lines no longer than a document's, at word boundaries. */
export function wrapped(text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1]!;
    if (line !== '' && line.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}

const shortScope = (scope: string): string =>
  scope.replace('https://www.googleapis.com/auth/', '');

/** A scope that two features want has both reasons. */
function scopeTable(needs: readonly ScopeNeed[]): string {
  const reasons = new Map<string, string[]>();
  for (const { scope, reason } of needs)
    reasons.set(scope, [...(reasons.get(scope) ?? []), reason]);
  const rows = [...reasons].map(([scope, all]) => `| \`${shortScope(scope)}\` | ${all.join(' ')} |`);
  return ['| scope | why |', '| --- | --- |', ...rows, ''].join('\n');
}

const manifestTable = (): string => scopeTable(FEATURES.flatMap(({ needs }) => needs.manifest));
const delegationTable = (): string => scopeTable(FEATURES.flatMap(({ needs }) => needs.delegation));

const list = (sentences: readonly string[]): string =>
  `${sentences.map((sentence) => wrapped(`- ${sentence}`).replace(/\n/g, '\n  ')).join('\n')}\n`;

const sheetsTable = (): string =>
  [
    '| sheet | columns |',
    '| --- | --- |',
    ...SHEET_FORMS.map(
      ({ title, headings, isHidden }) =>
        `| ${title}${isHidden ? ' (hidden)' : ''} | ${headings.join(', ')} |`,
    ),
    '',
  ].join('\n');

const activityTypes = (): string =>
  SHEET_FORMS.filter(({ title }) => title === 'Activity types')
    .flatMap(({ headings, firstRows = [] }) => [
      `| ${headings.join(' | ')} |`,
      `| ${headings.map(() => '---').join(' | ')} |`,
      ...firstRows.map((row) => `| ${row.map(cell).join(' | ')} |`),
      '',
    ])
    .join('\n');

const cell = (value: unknown): string => (typeof value === 'boolean' ? (value ? '✓' : '') : `${value}`);

const MINUTE_MS = 60_000;

const minutes = (ms: number): string =>
  ms <= MINUTE_MS ? 'minute' : `${Math.round(ms / MINUTE_MS)} minutes`;

/** How often everybody is looked at, by how many they are. */
const freshnessTable = (): string =>
  [
    '| people with their sync on | everybody is looked at every |',
    '| --- | --- |',
    ...[50, 200, 500, 1_000, 2_000].map(
      (people) => `| ${people} | ${minutes(pollMs(people, MINUTE_MS))} |`,
    ),
    '',
  ].join('\n');

/** Source files in which failures are found, as against those that list and word them. */
const makers: readonly string[] = readdirSync(join(ROOT, 'src'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((path) => !/kit\/failure|card\/failure-words|install\/(failure-cards|checks)/.test(path))
  .filter((path) => path.endsWith('.ts') && statSync(join(ROOT, 'src', path)).isFile())
  .map((path) => readFileSync(join(ROOT, 'src', path), 'utf8'));

/** Kinds that some code makes. */
export const MET_KINDS: readonly FailureKind[] = FAILURE_KINDS.filter((kind) =>
  makers.some((source) => source.includes(`'${kind}'`)),
);

const KEY_PROBLEMS: readonly KeyProblem[] = [
  'missing',
  'unreadable',
  'not-a-private-key',
  'too-large',
  'too-short',
  'no-email',
  'foreign-email',
  'other-email',
  'email-missing',
];

/** Every text of it an ellipsis: what a person sees there is their own. */
const anyOf = (kind: FailureKind): Parameters<typeof failureWords>[0] => {
  const facts = failureOf(kind);
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      if (name === 'kind' || name === 'problem') return [name, value];
      if (name === 'scopes') return [name, ['…']];
      return [name, typeof value === 'number' || typeof value === 'boolean' ? value : '…'];
    }),
  ) as unknown as typeof facts;
};

/** What a failure can mean that says different things by what it is about; null for all others. */
function meaningsOf(failure: Parameters<typeof failureWords>[0]): string | null {
  const each =
    failure.kind === 'invalid-key'
      ? KEY_PROBLEMS.map((problem) => ({ ...failure, problem }))
      : failure.kind === 'sync-account-gone'
        ? WAYS_TO_GO.map((how) => ({ ...failure, how }))
        : failure.kind === 'double-booked'
          ? [false, true].map((isRefused) => ({ ...failure, isRefused }))
          : [];
  return each.length > 0 ? each.map((one) => failureWords(one).meaning).join(' Or: ') : null;
}

const WAYS_TO_GO = ['suspended', 'deleted', 'not-admin'] as const;

function failureText(kind: FailureKind, isForAdministrators: boolean): string {
  const failure = anyOf(kind);
  const { heading, meaning, cure, link } = failureWords(failure);
  const meanings = meaningsOf(failure) ?? meaning;
  const where = link ? ` [${link.text}](${link.url})` : '';
  const code = isForAdministrators ? `\n\`${kind}\`\n` : '';
  return `#### ${heading}\n${code}\n${wrapped(`${meanings} ${cure}${where}`)}\n`;
}

const HEADING_OF_CURE: readonly (readonly [Cure, string])[] = [
  ['super-admin', 'A super administrator puts these right'],
  ['workspace-admin', 'A Workspace administrator puts these right'],
  ['person', 'The person themself puts these right'],
  ['work-system-admin', 'Whoever keeps the work system puts these right'],
  ['publisher', 'Whoever publishes Tandem puts these right'],
  ['nobody', 'These pass by themselves'],
];

export const failureSections = (cures: readonly Cure[] = HEADING_OF_CURE.map(([cure]) => cure)): string =>
  `\n${HEADING_OF_CURE.filter(([cure]) => cures.includes(cure))
    .flatMap(([cure, heading]) => {
      const kinds = MET_KINDS.filter((kind) => traitsOf({ kind }).cure === cure);
      return kinds.length === 0 ? [] : [`### ${heading}\n`, ...kinds.map((kind) => failureText(kind, cures.length > 1))];
    })
    .join('\n')}\n`;

export const BLOCKS: readonly Block[] = [
  { document: 'README.md', name: 'scopes', text: manifestTable },
  { document: 'README.md', name: 'delegation', text: delegationTable },
  { document: 'docs/administrators.md', name: 'scopes', text: manifestTable },
  { document: 'docs/administrators.md', name: 'delegation', text: delegationTable },
  {
    document: 'docs/administrators.md',
    name: 'license-scope',
    text: () => `\`${shortScope(LICENSE_SCOPE)}\`\n`,
  },
  { document: 'docs/administrators.md', name: 'sheets', text: sheetsTable },
  { document: 'docs/administrators.md', name: 'activity-types', text: activityTypes },
  {
    document: 'docs/administrators.md',
    name: 'left-out',
    text: () => list(Object.values(WHY_LEFT_OUT).map((reason) => `Somebody ${reason}`)),
  },
  { document: 'docs/administrators.md', name: 'freshness', text: freshnessTable },
  { document: 'docs/messages.md', name: 'failures', text: () => failureSections() },
  { document: 'docs/people.md', name: 'why-not', text: () => list(Object.values(WHY_NOT)) },
  { document: 'docs/people.md', name: 'failures', text: () => failureSections(['person']) },
];
