import { type Account, endGrant, grantRole, listAccounts } from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { Button, Form, Popover } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { DayField } from '../../field/day-field.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { newId } from '../../new-id.ts';
import { type Grant, grantsInOrder, holdsOnDay } from './account.rules.ts';
import { GrantFields, type GrantFieldValues, grantOf } from './grant-fields.tsx';
import { GrantDays } from './grant-text.tsx';

type Props = { account: Account; mayChange: boolean };

/** Which roles the account holds where and when; they are added and ended, never rewritten. */
export function GrantList({ account, mayChange }: Props) {
  const now = today();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <ul className="grants">
        {grantsInOrder(account.grants, now).map((grant) => (
          <li key={grant.id} data-held={holdsOnDay(grant, now) || undefined}>
            <div>
              <b>
                <FormattedMessage id={`role.${grant.role}`} />
              </b>
              <span>{grant.areaName}</span>
              <span className="faint">
                <GrantDays {...grant} />
              </span>
            </div>
            {mayChange && (grant.to === null || grant.to > now) && (
              <EndGrant account={account} grant={grant} />
            )}
          </li>
        ))}
      </ul>
      {mayChange &&
        (adding ? (
          <AddGrant account={account} onDone={() => setAdding(false)} />
        ) : (
          <Button size="small" onClick={() => setAdding(true)}>
            <FormattedMessage id="accounts.form.grant-add" />
          </Button>
        ))}
    </>
  );
}

function AddGrant({ account, onDone }: { account: Account; onDone: () => void }) {
  const [id] = useState(newId);
  const add = useCommand(grantRole, [listAccounts]);
  return (
    <Form<GrantFieldValues>
      layout="vertical"
      requiredMark={false}
      className="grant"
      initialValues={{ from: today() }}
      onFinish={(fields) =>
        add.mutate({ ...grantOf(fields), id, accountId: account.id }, { onSuccess: onDone })
      }
    >
      {add.isError && <ProblemPanel problem={add.error} />}
      <GrantFields path={[]} />
      <div className="drawer-actions">
        <Button onClick={onDone}>
          <FormattedMessage id="action.cancel" />
        </Button>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          <FormattedMessage id="accounts.give-role" />
        </Button>
      </div>
    </Form>
  );
}

function EndGrant({ account, grant }: { account: Account; grant: Grant }) {
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState<PlainDate | null>(today());
  const end = useCommand(endGrant, [listAccounts]);
  const submit = () =>
    day &&
    end.mutate(
      { id: grant.id, accountId: account.id, to: day },
      { onSuccess: () => setOpen(false) },
    );
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="end-grant">
          {end.isError && <ProblemPanel problem={end.error} />}
          <label>
            <FormattedMessage id="accounts.end-from" />
            <DayField value={day} onChange={setDay} allowClear={false} />
          </label>
          <Button type="primary" danger block loading={end.isPending} onClick={submit}>
            <FormattedMessage id="accounts.end-role" />
          </Button>
        </div>
      }
    >
      <Button size="small">
        <FormattedMessage id="accounts.end" />
      </Button>
    </Popover>
  );
}
