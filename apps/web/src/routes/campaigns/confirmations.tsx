import { Problem } from '@antt/kernel';
import { Alert, Checkbox, Form } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { problemText } from '../../i18n/problem-text.ts';

export type Confirmed = { lowerOverCap?: boolean; withoutVerification?: boolean; typed?: string };

/** What is said to a refusal that may be confirmed: let the lowest be lowered, or ratify what nobody verified. */
export function confirmationOf(problem: unknown) {
  if (!(problem instanceof Problem)) return null;
  if (problem.type === 'scores-not-verified') return 'withoutVerification' as const;
  return problem.type === 'grade-cap-exceeded' ? ('lowerOverCap' as const) : null;
}

/** The refusals so far, each with its tick; two kinds of subjects may be refused for the same reason. */
export function Confirmations({ problems }: { problems: readonly unknown[] }) {
  const intl = useIntl();
  const names = [...new Set(problems.map(confirmationOf))];
  return names.map((name) => {
    const told = problems.filter((one) => confirmationOf(one) === name);
    return (
      name && (
        <Alert
          key={name}
          type="warning"
          showIcon
          className="form-fault"
          role="alert"
          title={[...new Set(told.map((one) => problemText(intl, one)))].join(' ')}
          description={
            <Form.Item
              name={name}
              valuePropName="checked"
              rules={[
                {
                  validator: (_rule, ticked?: boolean) =>
                    ticked
                      ? Promise.resolve()
                      : Promise.reject(
                          new Error(intl.formatMessage({ id: 'campaigns.confirm-due' })),
                        ),
                },
              ]}
            >
              <Checkbox>
                <FormattedMessage id={`campaigns.confirm.${name}`} />
              </Checkbox>
            </Form.Item>
          }
        />
      )
    );
  });
}
