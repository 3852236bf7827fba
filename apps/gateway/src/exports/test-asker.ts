import { getInstallation, getMe, type Me } from '@antt/contracts';
import type { StandIn } from '@antt/testing';

/** For tests: who asks for a file, and of which installation; both stand above the rows of a file. */
export function answerAsker(
  services: StandIn,
  {
    username,
    areas = [],
    kind,
  }: Pick<Me['account'], 'username'> & {
    areas?: Me['areas'];
    /** Asked anew each time: a test may make it another one. */
    kind: () => 'real' | 'demo';
  },
): void {
  services.answer(getInstallation, () => ({
    kind: kind(),
    empty: false,
    holds: { units: 1, boundaries: 1, instruments: 1, quotas: 1, teams: 1, workplaces: 1 },
  }));
  services.answer(getMe, (_question, { principal }) => ({
    account: {
      id: principal!.accountId,
      username,
      fullName: 'Trần B',
      mustChangePassword: false,
    },
    roles: [],
    permissions: [],
    areas,
  }));
}
