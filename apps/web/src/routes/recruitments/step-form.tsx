import {
  examineSelected,
  getPerson,
  getRecruitment,
  listPeople,
  listPostings,
  listRecruitments,
  type Recruitment,
  type RecruitmentStep,
  takeRecruitmentStep,
} from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { App, Form, type FormInstance } from 'antd';
import type { FormEvent, ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FormDrawer } from '../../act/form-drawer.tsx';
import { useCommand } from '../../answer.ts';
import type { Question } from '../../api.ts';
import { DayField } from '../../field/day-field.tsx';
import type { ProblemPlaces } from '../../field/field-problem.ts';
import { usualDay } from './next.rules.ts';

/** What every form of an act is told. */
export type StepProps = { recruitment: Recruitment; onClose: () => void; onDone: () => void };
export type Act = Question<typeof takeRecruitmentStep>['act'];

const refreshed = [
  ...[getRecruitment, listRecruitments, examineSelected],
  ...[getPerson, listPeople, listPostings],
];
const ofDay = [
  'recruitment-step-not-yet',
  'recruitment-step-out-of-order',
  'recruitment-still-receiving',
  'meeting-before-posting-ran',
] as const;

/** Records an act of a recruitment; the page then shows what is next. */
export function useStep({
  recruitment: { id },
  onDone,
}: Pick<StepProps, 'recruitment' | 'onDone'>) {
  const intl = useIntl();
  const { message } = App.useApp();
  const command = useCommand(takeRecruitmentStep, refreshed);
  const take = (act: Act) =>
    command.mutate(
      { id, act },
      {
        onSuccess: () => {
          const what = intl.formatMessage({ id: `recruitments.step.${act.step}` });
          void message.success(intl.formatMessage({ id: 'recruitments.taken' }, { what }));
          onDone();
        },
      },
    );
  return { take, pending: command.isPending, problem: command.error };
}

/** Enter ends the typing of a day; an act is recorded by its button alone. */
function holdEnter(event: FormEvent) {
  event.preventDefault();
  event.stopPropagation();
}

type Props<Fields extends object> = StepProps & {
  step: RecruitmentStep;
  form: FormInstance<Fields>;
  initial?: object;
  /** The first day on which it can have been done; none before the plan was drafted. */
  before?: PlainDate;
  dayNote?: ReactNode;
  /** Without, the day is asked for first, as `on`. */
  dayField?: string | string[];
  places?: ProblemPlaces;
  /** A refusal that the form tells itself. */
  told?: (problem: unknown) => boolean;
  disabled?: boolean;
  actOf: (fields: Fields) => Act;
  children?: ReactNode | ((problem: unknown) => ReactNode);
};

/** The frame of a form that records an act of a recruitment: the day, what is to be known of it, and one button. */
export function StepForm<Fields extends object>(props: Props<Fields>) {
  const intl = useIntl();
  const { recruitment, step, form, dayField = 'on', places = {}, actOf, children } = props;
  const { take, pending, problem } = useStep(props);
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  const before = props.before ?? recruitment.draftedOn;
  return (
    <FormDrawer
      title={<FormattedMessage id={`recruitments.do.${step}`} />}
      submit={<FormattedMessage id="action.record" />}
      form={form}
      places={{ ...Object.fromEntries(ofDay.map((code) => [code, dayField])), ...places }}
      pending={pending}
      problem={props.told?.(problem) ? null : problem}
      disabled={props.disabled ?? false}
      onClose={props.onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true, block: 'center' }}
        initialValues={{ on: usualDay(step, recruitment, today()), ...props.initial }}
        onFinish={(fields) => take(actOf(fields))}
        onSubmitCapture={holdEnter}
      >
        {dayField === 'on' && (
          <Form.Item
            name="on"
            label={<FormattedMessage id="recruitments.field.on" />}
            extra={props.dayNote}
            rules={[required]}
          >
            <DayField before={before} after={today()} allowClear={false} />
          </Form.Item>
        )}
        {typeof children === 'function' ? children(problem) : children}
        <p className="faint final-note">
          <FormattedMessage id={`recruitments.final.${step === 'decided' ? 'decided' : 'act'}`} />
        </p>
      </Form>
    </FormDrawer>
  );
}
