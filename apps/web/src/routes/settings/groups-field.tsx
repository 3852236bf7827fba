import { groupOfItem, PayItem, RunGroup } from '@antt/contracts';
import { Select } from 'antd';
import { useIntl } from 'react-intl';

type Groups = Partial<Record<PayItem, RunGroup>>;
type Props = { id?: string; value?: Groups; onChange?: (groups: Groups) => void };

/** In which item group of the budget each kind of payment is planned. */
export function GroupsField({ id, value = {}, onChange }: Props) {
  const intl = useIntl();
  const options = RunGroup.options.map((group) => ({
    value: group,
    label: intl.formatMessage({ id: `pay.group.${group}` }),
  }));
  return (
    <ul id={id} className="groups-field">
      {PayItem.options.map((item) => {
        const name = intl.formatMessage({ id: `pay.item.${item}` });
        return (
          <li key={item}>
            <span>{name}</span>
            <Select
              aria-label={name}
              value={value[item] ?? groupOfItem[item]}
              options={options}
              onChange={(group: RunGroup) => onChange?.({ ...value, [item]: group })}
            />
          </li>
        );
      })}
    </ul>
  );
}
