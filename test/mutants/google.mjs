// Planted in src/google: requests, batches, listings, accounts.
const WRITING = 'test/google/calendar-writing.test.ts';
const READING = 'test/google/calendar-reading.test.ts';

export default [
  {
    file: 'src/google/fetch.ts',
    search: 'followRedirects: false',
    replace: 'followRedirects: true',
    breaks: 'a redirect carries a token to another host',
    tests: ['test/google/fetch.test.ts'],
  },
  {
    file: 'src/google/calendar-requests.ts',
    search: 'path: pathOf(eventPath(write.id), answered),\n        ...matching(write.etag),',
    replace: 'path: pathOf(eventPath(write.id), answered),',
    breaks: 'If-Match is dropped from patches',
    tests: [WRITING],
  },
  {
    file: 'src/google/calendar-requests.ts',
    search: 'path: pathOf(eventPath(write.id), asked),\n        ...matching(write.etag),',
    replace: 'path: pathOf(eventPath(write.id), asked),',
    breaks: 'If-Match is dropped from deletions',
    tests: [WRITING],
  },
  {
    file: 'src/google/calendar-requests.ts',
    search: "sendUpdates: 'none'",
    replace: "sendUpdates: 'all'",
    breaks: 'writes mail the guests',
    tests: [WRITING],
  },
  {
    file: 'src/google/calendar-requests.ts',
    search: '    ...(pageToken !== undefined && { pageToken }),\n',
    replace: '',
    breaks: 'only the first page of a calendar is read',
    tests: [READING],
  },
  {
    file: 'src/google/calendar-listing.ts',
    search: 'JSON.stringify([person.userId, cursor,',
    replace: 'JSON.stringify([cursor,',
    breaks: 'one person gets the events of another',
    tests: [READING],
  },
  {
    file: 'src/google/calendar-batch.ts',
    search: 'asks.filter((ask) => isWaiting(outcomes.get(ask)))',
    replace: '[...asks]',
    breaks: 'calls that succeeded are sent again with those that did not',
    tests: [WRITING],
  },
  {
    file: 'src/google/calendar-batch.ts',
    search: "if (!answer) return fail({ kind: 'timed-out', service: serviceName('calendar') });",
    replace: 'if (!answer) return ok(null);',
    breaks: 'a call that has no answer counts as done',
    tests: [WRITING],
  },
  {
    file: 'src/google/batch-message.ts',
    search: 'answers.set(Number(index), answer);',
    replace: 'answers.set(answers.size, answer);',
    breaks: 'answers that come in another order are taken for each other’s',
    tests: [WRITING, 'test/google/fetch.test.ts'],
  },
  {
    file: 'src/google/batch-requests.ts',
    search: "if (typeof cell === 'string') return { userEnteredValue: { stringValue: cell } };",
    replace:
      "if (typeof cell === 'string') return { userEnteredValue: cell[0] === '=' ? { formulaValue: cell } : { stringValue: cell } };",
    breaks: 'a text that begins with = becomes a formula',
    tests: ['test/google/spreadsheet.test.ts'],
  },
  {
    file: 'src/google/a1.ts',
    search: "`'${title.replace(/'/g, \"''\")}'`",
    replace: "`'${title}'`",
    breaks: 'a quote in the title of a sheet reaches another range',
    tests: ['test/google/spreadsheet.test.ts'],
  },
  {
    file: 'src/google/workbook-file.ts',
    search: ' and trashed = false`',
    replace: '`',
    breaks: 'a workbook in the bin is taken for the organization’s',
    tests: ['test/google/spreadsheet.test.ts'],
  },
  {
    file: 'src/google/accounts.ts',
    search:
      "if (user.suspended === true) return fail({ kind: 'suspended-subject', account: email });",
    replace: '',
    breaks: 'a token is made for somebody who is suspended',
    tests: ['test/google/accounts.test.ts'],
  },
  {
    file: 'src/google/directory.ts',
    search: '(admins.value.users ?? []).length > 0 ? ok(null) : partlyReadable(account)',
    replace: 'ok(null)',
    breaks: 'a listing seen with narrowed rights is believed',
    tests: ['test/journeys/happeo-errors.test.ts'],
  },
  {
    file: 'src/google/directory.ts',
    search: '    isAdmin: user.value.isAdmin === true,',
    replace: '    isAdmin: user.value.isAdmin !== undefined,',
    breaks: 'everybody in the directory is a super administrator',
    tests: ['test/attacks/roles.test.ts'],
  },
  {
    file: 'src/google/lock.ts',
    search: '      lock.releaseLock();\n',
    replace: '',
    breaks: 'the script’s lock is kept',
    tests: ['test/google/platform.test.ts'],
  },
  {
    file: 'src/google/error-table.ts',
    search: '  conditionNotMet: staleEtag,',
    replace: '  conditionNotMet: gone,',
    breaks: 'an edited event counts as deleted',
    tests: ['test/google/errors.test.ts'],
  },
  {
    file: 'src/google/google-answer.ts',
    search: 'Number(header) * 1000',
    replace: 'Number(header)',
    breaks: 'seconds that Google asks for are taken for milliseconds',
    tests: ['test/google/fetch.test.ts'],
  },
];
