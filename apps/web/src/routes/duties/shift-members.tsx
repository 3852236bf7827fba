import type { PersonRow, Shift } from '@antt/contracts';
import { Button, Select } from 'antd';
import { FormattedMessage } from 'react-intl';

type Props = {
  id?: string;
  value?: string[];
  onChange?: (personIds: string[]) => void;
  people: readonly PersonRow[];
  loading: boolean;
  /** Of a correction: the one whose entry is wrong may serve no more. */
  wrong?: Shift;
};

/** Who was on a shift: one of a correction; else several, and whoever is left of their Tổ at one touch. */
export function ShiftMembers({ id, value = [], onChange, people, loading, wrong }: Props) {
  const options = people.map(({ id: personId, name, team }) => ({
    ...{ value: personId, name },
    label: team ? `${name} – ${team.name}` : name,
  }));
  if (wrong && !people.some((one) => one.id === wrong.personId)) {
    const { personId, personName: name, teamName } = wrong;
    options.unshift({ value: personId, name, label: `${name} – ${teamName}` });
  }
  const chosen = { ...(id && { id }), showSearch: { optionFilterProp: 'label' }, loading, options };
  if (wrong) {
    return <Select {...chosen} value={value[0]} onChange={(one: string) => onChange?.([one])} />;
  }
  const teams = new Map(people.map(({ id: personId, team }) => [personId, team]));
  const team = teams.get(value.at(-1) ?? '');
  const rest = people.filter((one) => one.team?.id === team?.id && !value.includes(one.id));
  const whole = team && rest.length > 0 && (
    <Button
      className="whole-team"
      // The list stays open, as it does for one that is chosen.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChange?.([...value, ...rest.map((one) => one.id)].slice(0, 50))}
    >
      <FormattedMessage id="duties.whole-team" values={{ team: team.name, count: rest.length }} />
    </Button>
  );
  return (
    <Select
      {...chosen}
      mode="multiple"
      maxCount={50}
      optionLabelProp="name"
      value={value}
      onChange={onChange}
      popupRender={(menu) => (
        <>
          {whole}
          {menu}
        </>
      )}
    />
  );
}
