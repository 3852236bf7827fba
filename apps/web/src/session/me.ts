import { getMe, type Me, type Permission } from '@antt/contracts';
import { createContext, useContext } from 'react';
import { useAnswer } from '../answer.ts';

export const MeContext = createContext<Me | null>(null);

export const useMeAnswer = (enabled: boolean) =>
  useAnswer(getMe, {}, { enabled, staleTime: 5 * 60_000 });

/** Who is signed in; only inside the frame. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe outside the frame');
  return me;
}

/** Whether I hold any of these permissions somewhere; the services check the area. */
export function useMay(...permissions: Permission[]): boolean {
  const held = useMe().permissions;
  return permissions.some((permission) => held.includes(permission));
}
