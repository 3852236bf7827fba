import type { PlainDate } from '@antt/kernel';
import { formatDay } from '../../day.ts';
import { FoundField } from '../../field/found-field.tsx';
import { useFoundPeople } from '../../field/use-found-people.ts';
import { unitName } from '../../unit-name.ts';

type Props = {
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
  on: PlainDate;
};

/** Anybody on record, found by name: who left a former force serves nowhere. */
export function PersonField({ on, ...rest }: Props) {
  const { people, field } = useFoundPeople(on);
  const found = people.map(({ id, name, birthDate, commune }) => ({
    value: id,
    label: name,
    about: [birthDate && formatDay(birthDate), commune && unitName(commune)]
      .filter(Boolean)
      .join(', '),
  }));
  return (
    <FoundField
      {...rest}
      {...field}
      found={found}
      placeholder="severances.find-person"
      none="severances.no-person"
    />
  );
}
