import { examineSelected, type RecognitionRule } from '@antt/contracts';
import { type PlainDate, Problem, today } from '@antt/kernel';
import { Form } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DecisionFields, type DecisionFieldsOf } from '../../act/decision-fields.tsx';
import { useAnswer } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { newId } from '../../new-id.ts';
import { DecidedMember } from './decided-member.tsx';
import { StepForm, type StepProps } from './step-form.tsx';

type Decided = { named?: boolean; accept?: RecognitionRule[]; reason?: string };
type Fields = DecisionFieldsOf & { validFrom: PlainDate; members?: Record<string, Decided> };

const concerned = (problem: unknown) =>
  problem instanceof Problem && typeof problem.body.applicationId === 'string'
    ? problem.body.applicationId
    : null;

/** R11: one decision recognises all whom it names, or nobody; what the rules say of each is shown before. */
export function DecideForm(props: StepProps) {
  const intl = useIntl();
  const [form] = Form.useForm<Fields>();
  const { id, candidates } = props.recruitment;
  const proposed = candidates.filter(({ teamId, postingId }) => teamId && !postingId);
  const [postingIds] = useState(() => new Map(proposed.map((one) => [one.id, newId()])));
  const validFrom = Form.useWatch('validFrom', form) ?? today();
  const members = Form.useWatch('members', form);
  const examined = useAnswer(examineSelected, { id, validFrom }, { keep: true, staleTime: 0 });
  const examinedOf = (applicationId: string) =>
    examined.data?.items.find((one) => one.applicationId === applicationId);
  // Whom the law refuses is left out of the decision until the file is mended.
  const isNamed = (applicationId: string) =>
    members?.[applicationId]?.named !== false &&
    !examinedOf(applicationId)?.findings.some(({ severity }) => severity === 'hard');
  const named = proposed.filter((one) => isNamed(one.id));
  return (
    <StepForm<Fields>
      {...props}
      step="decided"
      form={form}
      dayField={['decision', 'signedOn']}
      initial={{ decision: { signedOn: today() }, validFrom: today() }}
      disabled={examined.isPending || named.length === 0}
      told={(problem) => named.some((one) => one.id === concerned(problem))}
      actOf={({ decision, validFrom: from, members: typed }) => ({
        ...{ step: 'decided', on: decision.signedOn, decision, validFrom: from },
        members: named.map((one) => ({
          applicationId: one.id,
          postingId: postingIds.get(one.id)!,
          accept: typed?.[one.id]?.accept ?? [],
          reason: typed?.[one.id]?.reason?.trim() ?? '',
        })),
      })}
    >
      {(problem) => (
        <>
          <DecisionFields />
          <Form.Item
            name="validFrom"
            label={<FormattedMessage id="recruitments.field.valid-from" />}
            extra={<FormattedMessage id="recruitments.note.decided" />}
            rules={[{ required: true, message: intl.formatMessage({ id: 'field.required' }) }]}
          >
            <DayField before={props.recruitment.draftedOn} allowClear={false} />
          </Form.Item>
          {examined.isError && (
            <ProblemPanel problem={examined.error} onRetry={() => void examined.refetch()} />
          )}
          {proposed.map((candidate) => (
            <DecidedMember
              key={candidate.id}
              candidate={candidate}
              recruitment={props.recruitment}
              examined={examinedOf(candidate.id)}
              named={isNamed(candidate.id)}
              problem={concerned(problem) === candidate.id ? problem : null}
            />
          ))}
        </>
      )}
    </StepForm>
  );
}
