import type { Application } from '@antt/contracts';
import { Form, InputNumber, Tag } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { passMark } from './ballot.rules.ts';

type Props = { candidates: readonly Application[]; present: number | null | undefined };

/** Votes for each of the list, and at once whether they are more than half of those present. */
export function VoteFields({ candidates, present }: Props) {
  const intl = useIntl();
  const votes = Form.useWatch<Record<string, number | null> | undefined>('votes') ?? {};
  const required = { required: true, message: intl.formatMessage({ id: 'field.required' }) };
  return (
    <fieldset className="votes">
      <legend>
        <FormattedMessage id="recruitments.field.votes" />
      </legend>
      {present && (
        <p className="faint">
          <FormattedMessage
            id="recruitments.votes.mark"
            values={{ mark: passMark(present), present }}
          />
        </p>
      )}
      {candidates.map(({ id, person }) => {
        const count = votes[id];
        const isKnown = typeof count === 'number' && typeof present === 'number';
        return (
          <div key={id}>
            <Form.Item
              name={['votes', id]}
              label={person.name}
              dependencies={['present']}
              rules={[
                required,
                ({ getFieldValue }) => ({
                  validator: (_, count: number | null) => {
                    const most = (getFieldValue('present') as number | null) ?? 50;
                    if ((count ?? 0) <= most) return Promise.resolve();
                    return Promise.reject(
                      new Error(
                        intl.formatMessage(
                          { id: 'recruitments.votes.too-many' },
                          { present: most },
                        ),
                      ),
                    );
                  },
                }),
              ]}
            >
              <InputNumber min={0} max={50} precision={0} inputMode="numeric" />
            </Form.Item>
            {isKnown && (
              <Tag color={count >= passMark(present) ? 'success' : 'default'}>
                <FormattedMessage
                  id={
                    count >= passMark(present)
                      ? 'recruitments.votes.passes'
                      : 'recruitments.outcome.failed'
                  }
                />
              </Tag>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
