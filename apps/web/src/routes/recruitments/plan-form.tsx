import {
  listRecruitments,
  listUnits,
  planRecruitment,
  type PlanTerms,
  type RecruitmentPlan,
} from '@antt/contracts';
import { today } from '@antt/kernel';
import { App, Form, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { DayField } from '../../field/day-field.tsx';
import { UnitField } from '../../field/unit-field.tsx';
import { newId } from '../../new-id.ts';
import { unitName } from '../../unit-name.ts';
import { useOwnArea } from '../teams/own-area.ts';
import { usualDays } from './plan.rules.ts';
import { usePlanTerms } from './use-plan-terms.ts';

export type PlanFields = Omit<RecruitmentPlan, 'id'>;
type Props = { onClose: () => void; onDone: (id: string) => void };

function vacancyText({ quota, vacancies }: PlanTerms) {
  if (quota === null) return 'recruitments.plan.no-quota';
  return vacancies === 0 ? 'recruitments.plan.full' : 'recruitments.plan.vacancies';
}

/** R1: the commune police draft a plan within the free places; what the terms ask for stands at the fields. */
function PlanForm({ onClose, onDone }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<PlanFields>();
  const within = useOwnArea();
  const communes = useAnswer(listUnits, { on: today(), within, level: 'commune', limit: 2 });
  const own = communes.data?.total === 1 ? communes.data.items[0] : undefined;
  const { terms, draftedOn, receiveFrom, meetingOn } = usePlanTerms(form, own);
  const plan = useCommand(planRecruitment, [listRecruitments]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const submit = (fields: PlanFields) =>
    plan.mutate(
      { id, ...fields, requirements: fields.requirements ?? '' },
      {
        onSuccess: () => {
          void message.success(intl.formatMessage({ id: 'recruitments.plan.done' }));
          onDone(id);
        },
      },
    );
  const isEarly = terms?.firstMeetingDay && meetingOn && meetingOn < terms.firstMeetingDay;
  return (
    <FormDrawer
      title={<FormattedMessage id="recruitments.plan.new" />}
      submit={<FormattedMessage id="recruitments.plan.submit" />}
      form={form}
      places={{
        'recruitment-exceeds-vacancies': 'places',
        'member-quota-missing': 'places',
        'recruitment-days-follow-one-another': 'receiveTo',
        'outside-area': 'communeId',
      }}
      pending={plan.isPending}
      problem={plan.error}
      onClose={onClose}
    >
      <Form<PlanFields>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true, block: 'center' }}
        initialValues={{
          draftedOn: today(),
          ...usualDays(today()),
          purpose: intl.formatMessage({ id: 'recruitments.plan.usual-purpose' }),
          requirements: intl.formatMessage({ id: 'recruitments.plan.usual-requirements' }),
          receivingBody: 'police',
        }}
        onFinish={submit}
      >
        <div className="field-row">
          <Form.Item
            name="communeId"
            label={<FormattedMessage id="recruitments.plan.commune" />}
            rules={[required]}
          >
            <UnitField
              on={today()}
              within={within}
              levels={['commune']}
              known={own ? [{ id: own.id, name: unitName(own) }] : []}
            />
          </Form.Item>
          <Form.Item
            name="draftedOn"
            label={<FormattedMessage id="recruitments.fact.drafted" />}
            rules={[required]}
          >
            <DayField after={today()} allowClear={false} />
          </Form.Item>
        </div>
        <Form.Item
          name="places"
          label={<FormattedMessage id="recruitments.fact.places" />}
          extra={
            terms && (
              <FormattedMessage
                id={vacancyText(terms)}
                values={{ ...terms, quota: terms.quota ?? 0, day: formatDay(draftedOn) }}
              />
            )
          }
          rules={[required]}
        >
          <InputNumber min={1} max={500} precision={0} inputMode="numeric" />
        </Form.Item>
        <Form.Item
          name="purpose"
          label={<FormattedMessage id="recruitments.fact.purpose" />}
          rules={[{ ...required, whitespace: true }]}
        >
          <Input.TextArea className="growing" rows={2} maxLength={1000} />
        </Form.Item>
        <Form.Item
          name="requirements"
          label={<FormattedMessage id="recruitments.fact.requirements" />}
        >
          <Input.TextArea className="growing" rows={4} maxLength={2000} />
        </Form.Item>
        <div className="field-row">
          <Form.Item
            name="receiveFrom"
            label={<FormattedMessage id="recruitments.plan.receive-from" />}
            rules={[required]}
          >
            <DayField before={draftedOn} allowClear={false} />
          </Form.Item>
          <Form.Item
            name="receiveTo"
            label={<FormattedMessage id="recruitments.plan.receive-to" />}
            rules={[required]}
          >
            <DayField before={receiveFrom} allowClear={false} />
          </Form.Item>
        </div>
        <Form.Item
          name="receivePlace"
          label={<FormattedMessage id="recruitments.fact.place" />}
          rules={[{ ...required, whitespace: true }]}
        >
          <Input autoComplete="off" maxLength={300} />
        </Form.Item>
        <Form.Item
          name="receivingBody"
          label={<FormattedMessage id="recruitments.fact.receiving" />}
        >
          <Radio.Group
            options={(['police', 'committee'] as const).map((value) => ({
              value,
              label: intl.formatMessage({ id: `recruitments.body.${value}` }),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="meetingOn"
          label={<FormattedMessage id="recruitments.fact.meeting" />}
          extra={
            terms?.firstMeetingDay && (
              <FormattedMessage
                id={isEarly ? 'recruitments.plan.too-early' : 'recruitments.plan.meeting'}
                values={{ day: formatDay(terms.firstMeetingDay) }}
              />
            )
          }
          {...(isEarly ? { validateStatus: 'warning' as const } : {})}
          rules={[required]}
        >
          <DayField before={draftedOn} allowClear={false} />
        </Form.Item>
        <p className="faint">
          <FormattedMessage id="recruitments.plan.terms" />
        </p>
      </Form>
    </FormDrawer>
  );
}

export { PlanForm as default };
