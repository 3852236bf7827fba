import {
  AchievementKind,
  type AwardAsked,
  type AwardDetail,
  AwardSubject,
  checkAward,
  getAward,
  listAwards,
  proposeAward,
  sendAwardAgain,
} from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { App, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { newId } from '../../new-id.ts';
import { AskedFields } from './asked-fields.tsx';
import { AwardFindings } from './award-findings.tsx';
import { yearsFor } from './award-text.ts';
import { SubjectFields } from './subject-fields.tsx';

type Fields = Partial<Omit<AwardAsked, 'authority' | 'number' | 'proposedOn' | 'year'>> &
  Pick<AwardAsked, 'authority' | 'number' | 'proposedOn' | 'year'> & {
    kind: AchievementKind;
    subject: AwardSubject;
    subjectId?: string;
    incidentId?: string;
    summary: string;
    from: PlainDate;
    to: PlainDate;
  };
type Props = {
  /** The one that came back, to be sent again; or whose achievement is put forward for something else. */
  known?: AwardDetail;
  another?: boolean;
  onClose: () => void;
  onDone: (id: string) => void;
};

const places = {
  'award-year-does-not-fit': 'year',
  'award-day-does-not-fit': 'proposedOn',
  'award-not-decided-by-authority': 'authority',
  'award-authority-does-not-stand': 'authority',
  'award-not-for-subject': 'formCode',
  'award-round-has-no-result': 'roundId',
  'achievement-ends-after-it-began': 'to',
  'person-is-no-member': 'subjectId',
  'team-did-not-stand': 'subjectId',
} as const;

/** A proposal; what results of the units say against it is shown as soon as it is known whom it is for. */
function AwardForm({ known, another = false, onClose, onDone }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(() => (known && !another ? known.id : newId()));
  const [otherId] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const initial = fieldsOf(known);
  const read = <K extends keyof Fields>(name: K): Fields[K] | undefined =>
    (form.getFieldValue(name) as Fields[K] | undefined) ?? (initial[name] as Fields[K] | undefined);
  Form.useWatch([], form);
  const [subject, to] = [read('subject') ?? 'team', read('to') ?? today()];
  const [subjectId, year] = [read('subjectId'), read('year')];
  const asked = subject !== 'citizen' && subjectId && year ? { subject, subjectId } : null;
  const check = useAnswer(
    checkAward,
    {
      ...(asked ?? { subject: 'team', subjectId: '' }),
      ...{ to, year: year ?? 0, isUnexpected: read('isUnexpected') ? 'true' : 'false' },
      kind: read('kind') ?? 'work',
    },
    { enabled: asked !== null },
  );
  const findings = asked ? (check.data?.findings ?? []) : [];
  const refreshed = [listAwards, getAward];
  const propose = useCommand(proposeAward, refreshed);
  const again = useCommand(sendAwardAgain, refreshed);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };

  const submit = async (fields: Fields) => {
    const { kind, summary, from, subjectId: chosen = null, incidentId = null } = fields;
    const told: AwardAsked = {
      ...{ authority: fields.authority, number: fields.number, proposedOn: fields.proposedOn },
      ...{ formCode: fields.formCode ?? null, titleCode: fields.titleCode ?? null },
      ...{ roundId: fields.roundId ?? null, year: fields.year, note: fields.note ?? '' },
      isUnexpected: fields.isUnexpected ?? false,
    };
    const achievement = {
      ...{ id: known?.achievementId ?? otherId, kind, subject: fields.subject, summary, from },
      ...{ to: fields.to, subjectId: chosen, incidentId },
    };
    try {
      if (known && !another) {
        const { version } = known;
        await again.mutateAsync({ id, stepId: otherId, version, summary, ...told });
      } else await propose.mutateAsync({ id, achievement, ...told });
    } catch {
      return; // the form says what was refused
    }
    void message.success(intl.formatMessage({ id: 'awards.proposed' }));
    onDone(id);
  };
  return (
    <FormDrawer
      title={
        <FormattedMessage id={known && !another ? 'awards.send-again' : 'awards.add.awards'} />
      }
      submit={<FormattedMessage id="awards.send" />}
      {...{ form, places, onClose }}
      pending={propose.isPending || again.isPending}
      disabled={findings.some(({ severity }) => severity === 'block')}
      problem={propose.error ?? again.error}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onValuesChange={(edited: Partial<Fields>) => {
          // The year goes with the last day, and may be the unit's own after it.
          if (edited.to) form.setFieldValue('year', yearsFor(edited.to)[0]);
        }}
        onFinish={(fields) => void submit({ ...initial, ...fields } as Fields)}
      >
        {!known && <SubjectFields subjects={AwardSubject.options} subject={subject} on={to} />}
        {asked && check.isError && (
          <p className="faint">
            <FormattedMessage id="awards.check-failed" />
          </p>
        )}
        <AwardFindings findings={findings} />
        {asked && check.data && findings.length === 0 && (
          <p className="faint">
            <FormattedMessage id="awards.nothing-against" />
          </p>
        )}
        <Form.Item
          name="kind"
          label={<FormattedMessage id="awards.achievement-kind" />}
          hidden={known !== undefined}
        >
          <Select
            options={AchievementKind.options.map((value) => ({
              value,
              label: intl.formatMessage({ id: `awards.achievement.${value}` }),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="summary"
          label={<FormattedMessage id="awards.summary" />}
          rules={[
            required,
            { min: 5, message: intl.formatMessage({ id: 'awards.summary-short' }) },
          ]}
        >
          <Input.TextArea rows={3} maxLength={2000} disabled={another} />
        </Form.Item>
        {!known && (
          <div className="field-row">
            <Form.Item name="from" label={<FormattedMessage id="awards.from" />} rules={[required]}>
              <DayField allowClear={false} after={today()} />
            </Form.Item>
            <Form.Item name="to" label={<FormattedMessage id="awards.to" />} rules={[required]}>
              <DayField allowClear={false} after={today()} />
            </Form.Item>
          </div>
        )}
        <AskedFields {...{ subject, to }} unitId={check.data?.unitId ?? known?.unitId} />
      </Form>
    </FormDrawer>
  );
}

function fieldsOf(known: AwardDetail | undefined): Partial<Fields> {
  const on = today();
  if (!known) {
    const year = Number(on.slice(0, 4));
    const from = `${on.slice(0, 8)}01`;
    return { subject: 'team', kind: 'work', from, to: on, year, proposedOn: on };
  }
  const { achievementKind: kind, subjectId, incidentId, formCode, titleCode, roundId } = known;
  return {
    ...{ kind, subject: known.subject, summary: known.summary, from: known.from, to: known.to },
    ...{ authority: known.authority, year: known.year, isUnexpected: known.isUnexpected },
    ...{ number: known.number, note: known.note, proposedOn: on },
    ...(subjectId && { subjectId }),
    ...(incidentId && { incidentId }),
    ...(formCode && { formCode }),
    ...(titleCode && { titleCode }),
    ...(roundId && { roundId }),
  };
}

// React.lazy takes a default export.
export { AwardForm as default };
