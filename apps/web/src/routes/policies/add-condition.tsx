import { Button, Dropdown } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { conditionFields } from './condition-columns.ts';
import type { ConditionField } from './condition-words.ts';

type Props = { columns: readonly ConditionField[]; onAdd: (field: ConditionField) => void };

/** Offers what a rate or a share does not ask yet. */
export function AddCondition({ columns, onAdd }: Props) {
  const intl = useIntl();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: conditionFields
          .filter((field) => !columns.includes(field))
          .map((field) => ({
            key: field,
            label: intl.formatMessage({ id: `policies.condition.${field}` }),
            onClick: () => onAdd(field),
          })),
      }}
    >
      <Button size="small">
        <FormattedMessage id="policies.condition.add" />
      </Button>
    </Dropdown>
  );
}
