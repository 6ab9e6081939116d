import { ConsoleRefusal, type AdminActions } from '../admin-action';
import { findGroup } from '../directory/accounts';
import { isSuperAdmin } from '../directory/privileges';

/** The settings in the Admin console that concern the audit logs. */
export const reportsActions: AdminActions = {
  /**
   * Replaces the allowlist of groups by which logs may be filtered: `{groups: [address or id …]}`.
   *
   * @see https://support.google.com/a/answer/11482175
   */
  'reports.setFilteringGroups': (workspace, actor, { groups }) => {
    const { state } = workspace;
    if (actor.customerId === null || !isSuperAdmin(workspace, actor))
      throw new ConsoleRefusal('Only a super administrator can choose filtering groups.');
    const customerId = actor.customerId;
    state.reports.filteringGroups[customerId] = (Array.isArray(groups) ? groups : []).map((key) => {
      const group = findGroup(state.directory, String(key));
      if (group?.customerId !== customerId)
        throw new ConsoleRefusal(`There is no group ${String(key)}.`);
      return group.id;
    });
  },
};
