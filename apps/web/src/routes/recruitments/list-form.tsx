import { addDays, type PlainDate } from '@antt/kernel';
import { Alert, Form } from 'antd';
import { FormattedMessage } from 'react-intl';
import { formatDay } from '../../day.ts';
import { StepForm, type StepProps } from './step-form.tsx';

type Fields = { on: PlainDate };

/** R6: who has a complete file comes onto the list that the committee approves (law BR-34). */
export function ListForm(props: StepProps) {
  const [form] = Form.useForm<Fields>();
  const { candidates, receiveTo } = props.recruitment;
  const namesOf = (complete: boolean) =>
    candidates.filter((one) => one.complete === complete).map(({ person }) => person.name);
  const lacking = namesOf(false);
  return (
    <StepForm<Fields>
      {...props}
      step="list-approved"
      form={form}
      before={addDays(receiveTo, 1)}
      dayNote={
        <FormattedMessage
          id="recruitments.note.list-approved"
          values={{ day: formatDay(receiveTo) }}
        />
      }
      places={{ 'recruitment-has-no-candidate': 'on' }}
      actOf={({ on }) => ({ step: 'list-approved', on })}
    >
      <p>
        <FormattedMessage id="recruitments.list.comes" values={{ count: namesOf(true).length }} />
      </p>
      <ul className="name-list">
        {namesOf(true).map((name, index) => (
          <li key={index}>{name}</li>
        ))}
      </ul>
      {lacking.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="form-fault"
          title={
            <FormattedMessage
              id="recruitments.list.lacking"
              values={{ names: lacking.join(', '), count: lacking.length }}
            />
          }
        />
      )}
    </StepForm>
  );
}
