import type { PlainDate } from '@antt/kernel';
import { FoundField } from './found-field.tsx';
import { useFoundPeople } from './use-found-people.ts';

type Props = {
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
  /** Who serves on this day is offered. */
  on: PlainDate;
};

/** A member found by name. */
export function MemberField({ on, ...rest }: Props) {
  const { people, field } = useFoundPeople(on, { state: 'serving' });
  const found = people.map(({ id, name, team }) => ({
    value: id,
    label: name,
    about: team?.name ?? '',
  }));
  return (
    <FoundField
      {...rest}
      {...field}
      found={found}
      placeholder="membership.find-member"
      none="membership.no-member"
    />
  );
}
