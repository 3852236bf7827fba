import { holds, type Permission, type Principal, type ProblemType } from '@antt/contracts';
import type { Allow } from '@antt/kernel';

/**
 * Why the principal may not even ask, or null. The area is the service's to check: only it knows which units
 * a question is about.
 */
export function refusal(
  allow: Allow<Permission>,
  principal: Principal | null,
  { beforePasswordChange = false } = {},
): ProblemType | null {
  if (allow === 'everybody') return null;
  if (allow === 'services') return 'no-such-route';
  if (!principal) return 'not-signed-in';
  if (principal.mustChangePassword && !beforePasswordChange) return 'password-change-required';
  if (allow === 'signed-in') return null;
  return holds(principal, allow) ? null : 'not-allowed';
}
