import { type RecruitmentAct } from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { Form, InputNumber } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay } from '../../day.ts';
import { BallotFields, type BallotFieldsOf } from './ballot-fields.tsx';
import { ballotOf } from './ballot.rules.ts';
import { StepForm, type StepProps } from './step-form.tsx';
import { VoteFields } from './vote-fields.tsx';

type Fields = BallotFieldsOf & {
  on: PlainDate;
  present: number;
  votes: Record<string, number>;
};

/** R8: the council meets after the posting has run, with a quorum, and votes on all of the list. */
export function MeetingForm(props: StepProps) {
  const intl = useIntl();
  const [form] = Form.useForm<Fields>();
  const { recruitment } = props;
  const { council, firstMeetingDay, candidates, meetingOn, acts } = recruitment;
  const present = Form.useWatch('present', form);
  const listed = candidates.filter((one) => one.listed);
  const set = acts.find(({ act }) => act.step === 'council-set')?.act as
    Extract<RecruitmentAct, { step: 'council-set' }> | undefined;
  const names = set ? [set.chair, set.viceChair, ...set.members.map(({ name }) => name)] : [];
  const first = firstMeetingDay ?? recruitment.draftedOn;
  const expected = meetingOn < first ? first : meetingOn;
  return (
    <StepForm<Fields>
      {...props}
      step="met"
      form={form}
      before={first}
      initial={{
        on: expected <= today() ? expected : today(),
        present: council?.size,
        way: 'hands',
        chairing: set?.chair,
      }}
      dayNote={<FormattedMessage id="recruitments.note.met" values={{ day: formatDay(first) }} />}
      places={{ 'council-not-quorate': 'present', 'council-votes-invalid': 'present' }}
      actOf={(fields) => ({
        ...{ step: 'met', on: fields.on, present: fields.present, ballot: ballotOf(fields) },
        votes: listed.map(({ id }) => ({ applicationId: id, votes: fields.votes[id] ?? 0 })),
      })}
    >
      <Form.Item
        name="present"
        label={<FormattedMessage id="recruitments.field.present" />}
        extra={
          council && <FormattedMessage id="recruitments.meeting.quorum" values={{ ...council }} />
        }
        rules={[
          { required: true, message: intl.formatMessage({ id: 'field.required' }) },
          {
            type: 'number',
            min: council?.least ?? 1,
            message: intl.formatMessage({ id: 'recruitments.meeting.too-few' }, { ...council }),
          },
        ]}
      >
        <InputNumber min={1} max={council?.size ?? 50} precision={0} inputMode="numeric" />
      </Form.Item>
      <BallotFields names={names} />
      <VoteFields candidates={listed} present={present} />
    </StepForm>
  );
}
