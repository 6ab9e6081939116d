/** Why a person is, or is not, synced: closed lists, each entry with the sentence that an administrator reads. */

/** Why a user of the directory was left out. */
export const WHY_LEFT_OUT = {
  'no-name': 'has no name in Google. Give the account a first or a last name.',
  'no-address': 'has no valid address.',
  'told-twice':
    'was listed twice with different details, so neither was believed. The next run looks again.',
  'same-address': 'shares an address with another account in Google. Change one of them.',
  'several-employees':
    'is in the work system more than once with the same Google id. Clear the Google id of all but one.',
  'several-matches':
    'is in the work system more than once, at an address of this account and without a Google id. Keep one.',
  'damaged-id':
    'has a Google id in the work system that a spreadsheet turned into a number, such as 1.1E+20. Clear that cell: the next run fills it in.',
  'unknown-status':
    'is new, and Google did not say whether the account is active. The next run looks again.',
  'second-row':
    'is in the work system a second time, without a Google id. Tandem keeps the other entry in step.',
  'suspended-before':
    'is suspended or archived in Google and was never in the work system. They come in when the account is active again.',
  outside:
    'does not take part any more. The work system keeps this person as they are; deactivate them there, or let them take part again.',
  'still-failing':
    'could not be written several times in a row. Tandem tries again when something about this person changes.',
} as const;

export type LeftOutReason = keyof typeof WHY_LEFT_OUT;

/** Why somebody is not active in the work system. */
export const WHY_INACTIVE = {
  suspended:
    'is suspended in Google, so they are deactivated in the work system. Nothing is deleted.',
  archived:
    'is archived in Google, so they are deactivated in the work system. Nothing is deleted.',
  outside:
    'does not take part any more, so they are deactivated in the work system. Nothing is deleted.',
  gone: 'is no longer in your Workspace, so they are deactivated in the work system. Nothing is deleted.',
} as const;

export type InactiveReason = keyof typeof WHY_INACTIVE;

const WHY_OTHERWISE = {
  synced: 'is synced: the work system agrees with Google.',
  new: 'is not in the work system yet. The next run brings them in.',
  changed: 'has changed. The next run carries the change over.',
  outside: 'does not take part.',
  unseen: 'comes in once you have seen what will happen and started the sync.',
  failing: 'could not be written to the work system. Every run tries again.',
  leaving:
    'is not found in Google under this address. If the account is gone, the next run deactivates them; if the address has changed, the next run carries that over.',
  'only-at-work':
    'is in the work system only. No account in your Workspace has this address, and Tandem did not make this person, so it leaves them alone.',
  unknown:
    'is neither in your Workspace nor in the work system. Check the spelling. People of other organizations are not synced.',
} as const;

/** The reason for one person. */
export type Why =
  | { readonly kind: keyof typeof WHY_OTHERWISE }
  | { readonly kind: 'inactive'; readonly reason: InactiveReason }
  | { readonly kind: 'left-out'; readonly reason: LeftOutReason };

/** The sentence, which begins with the person's name. */
export function whySentence(who: string, why: Why): string {
  switch (why.kind) {
    case 'inactive':
      return `${who} ${WHY_INACTIVE[why.reason]}`;
    case 'left-out':
      return `${who} ${WHY_LEFT_OUT[why.reason]}`;
    default:
      return `${who} ${WHY_OTHERWISE[why.kind]}`;
  }
}
