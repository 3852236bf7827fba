import type { RecruitmentStep } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Form } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import {
  formerPlaces,
  PostingFields,
  type PostingFieldsOf,
  usualPlaces,
} from './posting-fields.tsx';
import { StepForm, type StepProps } from './step-form.tsx';

type Step = Extract<RecruitmentStep, 'posted' | 'list-posted' | 'notified' | 'result-posted'>;
type Fields = PostingFieldsOf & { on: PlainDate };

/** Plan, list, result and decision are posted alike; the result is also told to each candidate (law BR-78). */
export function PublicForm({ step, ...props }: StepProps & { step: Step }) {
  const intl = useIntl();
  const [form] = Form.useForm<Fields>();
  const { recruitment } = props;
  return (
    <StepForm<Fields>
      {...props}
      step={step}
      form={form}
      initial={{ places: formerPlaces(recruitment) ?? usualPlaces(intl, recruitment) }}
      dayNote={<FormattedMessage id={`recruitments.note.${step}`} />}
      actOf={({ on, places, until }) => ({ step, on, places, until: until ?? null })}
    >
      <PostingFields recruitment={recruitment} />
    </StepForm>
  );
}
