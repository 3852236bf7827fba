import { type AwardForm, type AwardSubject, listAwardForms, listCampaigns } from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { Checkbox, Form, Input, Select } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { formIn, yearsFor } from './award-text.ts';

type Props = {
  subject: AwardSubject;
  /** The unit whose proposal it is, once it is known: a province may have forms of its own. */
  unitId: string | undefined;
  to: PlainDate;
};

/** What is asked for, of whom, by which document; who must appraise it is told beneath. */
export function AskedFields({ subject, unitId, to }: Props) {
  const intl = useIntl();
  const form = Form.useFormInstance();
  const on: PlainDate = Form.useWatch('proposedOn', form) ?? today();
  const [formCode, titleCode]: (string | undefined)[] = [
    Form.useWatch('formCode', form),
    Form.useWatch('titleCode', form),
  ];
  const authority = Form.useWatch('authority', form);
  const roundId: string | undefined = Form.useWatch('roundId', form);
  const answer = useAnswer(listAwardForms, { on, within: unitId }, { keep: true });
  const fit = (answer.data?.items ?? []).filter((one) => one.subjects.includes(subject));
  const chosen = fit.filter(({ code }) => code === formCode || code === titleCode);
  const deciders = chosen[0]?.deciders.filter((one) =>
    chosen.every((other) => other.deciders.some((same) => same.authority === one.authority)),
  );
  const appraisals = chosen
    .flatMap((one) => one.deciders.filter((decider) => decider.authority === authority))
    .flatMap((one) => [...one.appraisals, ...(roundId ? one.campaignAppraisals : [])]);
  const campaigns = useAnswer(listCampaigns, { within: unitId }, { enabled: unitId !== undefined });
  const rounds = (campaigns.data?.items ?? []).flatMap((campaign) =>
    campaign.rounds
      .filter(({ state }) => state === 'ratified')
      .map(({ id, name }) => ({ value: id, label: `${campaign.name}: ${name}` })),
  );
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const optionsOf = (kind: AwardForm['kind']) =>
    fit
      .filter((one) => one.kind === kind)
      .map((one) => ({ value: one.code, label: formIn(intl, one) }));
  const either = {
    validator: () =>
      form.getFieldValue('formCode') || form.getFieldValue('titleCode')
        ? Promise.resolve()
        : Promise.reject(new Error(intl.formatMessage({ id: 'awards.form-or-title' }))),
  };
  return (
    <>
      <div className="field-row">
        <Form.Item
          name="formCode"
          label={<FormattedMessage id="awards.form" />}
          dependencies={['titleCode']}
          rules={[either]}
        >
          <Select allowClear loading={answer.isFetching} options={optionsOf('form')} />
        </Form.Item>
        <Form.Item name="titleCode" label={<FormattedMessage id="awards.title" />}>
          <Select allowClear options={optionsOf('title')} />
        </Form.Item>
      </div>
      <Form.Item
        name="authority"
        label={<FormattedMessage id="awards.column.authority" />}
        rules={[required]}
        extra={
          authority && chosen.length > 0 ? (
            appraisals.length > 0 ? (
              <FormattedMessage
                id="awards.needs"
                values={{
                  agencies: [...new Set(appraisals)]
                    .map((one) => intl.formatMessage({ id: `awards.agency.${one}` }))
                    .join(', '),
                }}
              />
            ) : (
              <FormattedMessage id="awards.needs-none" />
            )
          ) : undefined
        }
      >
        <Select
          disabled={!deciders}
          options={(deciders ?? []).map((one) => ({
            value: one.authority,
            label: intl.formatMessage({ id: `awards.authority.${one.authority}` }),
          }))}
        />
      </Form.Item>
      {rounds.length > 0 && (
        <Form.Item
          name="roundId"
          label={<FormattedMessage id="awards.round" />}
          extra={<FormattedMessage id="awards.round-note" />}
        >
          <Select allowClear options={rounds} />
        </Form.Item>
      )}
      <div className="field-row">
        <Form.Item name="year" label={<FormattedMessage id="awards.year" />} rules={[required]}>
          <Select options={yearsFor(to).map((year) => ({ value: year, label: String(year) }))} />
        </Form.Item>
        <Form.Item name="isUnexpected" valuePropName="checked" label=" ">
          <Checkbox>
            <FormattedMessage id="awards.unexpected" />
          </Checkbox>
        </Form.Item>
      </div>
      <div className="field-row">
        <Form.Item
          name="number"
          label={<FormattedMessage id="awards.number" />}
          rules={[{ ...required, whitespace: true }]}
        >
          <Input maxLength={100} placeholder="15/TTr-UBND" autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="proposedOn"
          label={<FormattedMessage id="awards.proposed-on" />}
          rules={[required]}
        >
          <DayField allowClear={false} before={to} after={today()} />
        </Form.Item>
      </div>
      <Form.Item name="note" label={<FormattedMessage id="awards.note" />}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </>
  );
}
