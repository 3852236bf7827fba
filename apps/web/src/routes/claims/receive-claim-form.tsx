import {
  type Claim,
  type ClaimExclusion,
  ClaimKind,
  type ClaimPaper,
  claimPapers,
  ClaimExclusion as Exclusions,
  listClaims,
  receiveClaim,
} from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { App, Checkbox, Form, Radio, Select } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { MemberField } from '../../field/member-field.tsx';
import { TimeField, useTimeRule } from '../../field/time-field.tsx';
import { newId } from '../../new-id.ts';
import { type Evidence, EvidenceField } from './evidence-field.tsx';

type Fields = {
  personId: string;
  kind: ClaimKind;
  day: PlainDate;
  time: string;
  evidence: Evidence;
  exclusions: ClaimExclusion[];
  papers: ClaimPaper[];
  receivedOn: PlainDate;
  channel: Claim['channel'];
};
type Props = {
  on: PlainDate;
  personId?: string;
  onDone?: (claim: Claim) => void;
  onClose: () => void;
};
const channels = ['bank', 'post', 'office'] as const;

/** A dossier comes in (Decree 40/2024 Art. 5.4, 6): what happened, the duty it happened on, and its papers. */
export function ReceiveClaimForm({ on, personId, onDone, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const chosen = Form.useWatch('personId', form) ?? personId;
  const kind = Form.useWatch('kind', form) ?? 'treatment';
  const [day, time] = [Form.useWatch('day', form), Form.useWatch('time', form)];
  const moment = day && time ? momentOf(day, time) : null;
  const timed = useTimeRule();
  const receive = useCommand(receiveClaim, [listClaims]);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const submit = ({ day: happened, time: at, evidence, papers, ...fields }: Fields) => {
    const [source, sourceId] = evidence.split(' ') as ['shift' | 'order', string];
    receive.mutate(
      {
        ...fields,
        id,
        happenedAt: momentOf(happened, at),
        shiftId: source === 'shift' ? sourceId : null,
        orderId: source === 'order' ? sourceId : null,
        // Papers of another kind that were ticked before it was chosen are no part of the dossier.
        papers: papers.filter((paper) => (claimPapers[fields.kind] as string[]).includes(paper)),
      },
      {
        onSuccess: (claim) => {
          void message.success(
            intl.formatMessage({ id: `claims.received.${claim.state === 'incomplete'}` as const }),
          );
          onDone?.(claim);
          onClose();
        },
      },
    );
  };
  return (
    <ActForm<Fields>
      title={<FormattedMessage id="claims.receive" />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      initial={{
        ...{ personId, kind: 'treatment', receivedOn: on, channel: 'bank' },
        ...{ exclusions: [], papers: ['application'] },
      }}
      pending={receive.isPending}
      problem={receive.error}
      places={{
        'claim-is-received-after-harm': 'receivedOn',
        'person-does-not-serve': 'day',
        'claim-is-made-once': 'kind',
        'claimant-is-insured': 'kind',
        'claim-rests-on-duty': 'evidence',
        'claim-goes-step-by-step': 'receivedOn',
      }}
      onFinish={submit}
      onClose={onClose}
    >
      <Form.Item
        name="personId"
        hidden={personId !== undefined}
        label={<FormattedMessage id="membership.member" />}
        rules={[required]}
      >
        <MemberField on={day ?? on} />
      </Form.Item>
      <Form.Item name="kind" label={<FormattedMessage id="claims.kind" />} rules={[required]}>
        <Select
          options={ClaimKind.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `claims.kind.${value}` }),
          }))}
        />
      </Form.Item>
      <div className="field-row">
        <Form.Item name="day" label={<FormattedMessage id="claims.day" />} rules={[required]}>
          <DayField />
        </Form.Item>
        <Form.Item name="time" label={<FormattedMessage id="claims.time" />} rules={[timed]}>
          <TimeField />
        </Form.Item>
      </div>
      <Form.Item
        name="evidence"
        label={<FormattedMessage id="claims.evidence" />}
        rules={[required]}
      >
        <EvidenceField personId={chosen} day={day} moment={moment} />
      </Form.Item>
      <Form.Item name="exclusions" label={<FormattedMessage id="claims.exclusions" />}>
        <Checkbox.Group
          className="upright"
          options={Exclusions.options.map((value) => ({
            value,
            label: intl.formatMessage({ id: `claims.exclusion.${value}` }),
          }))}
        />
      </Form.Item>
      <PapersItem papers={claimPapers[kind]} />
      <div className="field-row">
        <Form.Item
          name="receivedOn"
          label={<FormattedMessage id="claims.received-on" />}
          rules={[required]}
        >
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="channel" label={<FormattedMessage id="claims.channel" />}>
        <Radio.Group
          options={channels.map((value) => ({
            value,
            label: intl.formatMessage({ id: `claims.channel.${value}` }),
          }))}
        />
      </Form.Item>
    </ActForm>
  );
}

/** The papers that came, of those that the dossier needs. */
export function PapersItem({ papers, due }: { papers: readonly ClaimPaper[]; due?: boolean }) {
  const intl = useIntl();
  const required = { required: true, message: intl.formatMessage({ id: 'claims.papers-due' }) };
  return (
    <Form.Item
      name="papers"
      label={<FormattedMessage id="claims.papers" />}
      rules={due ? [required] : []}
    >
      <Checkbox.Group
        className="upright"
        options={papers.map((value) => ({
          value,
          label: intl.formatMessage({ id: `claims.paper.${value}` }),
        }))}
      />
    </Form.Item>
  );
}

const momentOf = (day: PlainDate, time: string) => `${day}T${time}:00+07:00`;
