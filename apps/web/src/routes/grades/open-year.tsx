import { type GradeYearRow, listGradeYears, openGradeYear } from '@antt/contracts';
import { App, Button, Form, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { newId } from '../../new-id.ts';
import { unitName } from '../../unit-name.ts';

type Props = { year: number; rows: readonly GradeYearRow[] };

/** Begins the year in a commune: chosen among those that have not, at once where there is one only. */
export function OpenYear({ year, rows }: Props) {
  const intl = useIntl();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const { message } = App.useApp();
  const [asked, setAsked] = useState(false);
  const [id] = useState(newId);
  const [form] = Form.useForm<{ communeId: string }>();
  const command = useCommand(openGradeYear, [listGradeYears]);
  const closed = rows.filter(({ state }) => state === 'not-open');
  if (closed.length === 0) return null;
  const open = (communeId: string) =>
    command.mutate(
      { id, communeId, year },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'grades.opened' }, { year }));
          void navigate(`/grades/${id}${held()}`);
        },
      },
    );
  return (
    <>
      <Button type="primary" onClick={() => setAsked(true)}>
        <FormattedMessage id="grades.open" values={{ year }} />
      </Button>
      {asked && (
        <ActForm<{ communeId: string }>
          title={<FormattedMessage id="grades.open" values={{ year }} />}
          form={form}
          initial={{ communeId: closed.length === 1 ? closed[0]!.communeId : undefined }}
          submit={<FormattedMessage id="grades.open" values={{ year }} />}
          pending={command.isPending}
          problem={command.error}
          onFinish={({ communeId }) => open(communeId)}
          onClose={() => setAsked(false)}
        >
          <p className="faint form-note">
            <FormattedMessage id="grades.open-note" />
          </p>
          <Form.Item
            name="communeId"
            label={<FormattedMessage id="grades.commune" />}
            rules={[{ required: true, message: intl.formatMessage({ id: 'field.required' }) }]}
          >
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={closed.map((row) => ({ value: row.communeId, label: unitName(row) }))}
            />
          </Form.Item>
        </ActForm>
      )}
    </>
  );
}
