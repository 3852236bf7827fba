import { useArea } from '../../area.ts';
import { useMe } from '../../session/me.ts';

/** Where a form looks for units: the area of the page, or mine where I have one only. */
export function useOwnArea(): string | undefined {
  const { within } = useArea();
  const { areas } = useMe();
  return within ?? (areas.length === 1 ? areas[0]!.id : undefined);
}
