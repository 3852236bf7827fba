import { listUnits } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Select } from 'antd';
import { useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { answers } from '../../search.rules.ts';
import { unitName } from '../../unit-name.ts';

type Props = {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
  on: PlainDate;
  communeId: string | undefined;
};

/** Villages of one commune. */
export function VillagesField({ value, onChange, on, communeId, ...rest }: Props) {
  const intl = useIntl();
  const found = useAnswer(
    listUnits,
    { on, level: 'village', within: communeId, limit: 500 },
    { enabled: communeId !== undefined, keep: true },
  );
  return (
    <Select
      {...rest}
      mode="multiple"
      value={value ?? []}
      disabled={!communeId}
      loading={found.isFetching}
      placeholder={intl.formatMessage({
        id: communeId ? 'teams.form.villages-choose' : 'teams.form.commune-first',
      })}
      options={(communeId ? (found.data?.items ?? []) : []).map((unit) => ({
        value: unit.id,
        label: unitName(unit),
      }))}
      showSearch={{ filterOption: (text, option) => answers(String(option?.label), text) }}
      onChange={(ids: string[]) => onChange?.(ids)}
    />
  );
}
