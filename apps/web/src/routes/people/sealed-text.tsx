import type { SensitiveField } from '@antt/contracts';
import { Button, Form, Input } from 'antd';
import { FormattedMessage } from 'react-intl';
import { useMay } from '../../session/me.ts';

/** Health and criminal record, for who may be told them: what is recorded is not shown, and stays unless touched. */
export function SealedTextItems({ recorded }: { recorded: readonly SensitiveField[] }) {
  const mayHealth = useMay('health.read');
  const mayRecord = useMay('criminal-record.read');
  const items = [
    ['health', 'health', mayHealth],
    ['criminalRecord', 'criminal-record', mayRecord],
  ] as const;
  return items.map(
    ([name, field, may]) =>
      may && (
        <Form.Item key={name} name={name} label={<FormattedMessage id={`records.${field}`} />}>
          <SealedText isRecorded={recorded.includes(field)} />
        </Form.Item>
      ),
  );
}

type Props = {
  id?: string;
  value?: string;
  onChange?: (text: string | undefined) => void;
  isRecorded: boolean;
};

/** Nothing typed leaves it as it is; taking it away is a button, never an emptied field. */
function SealedText({ id, value, onChange, isRecorded }: Props) {
  const goes = value === '';
  return (
    <>
      <Input.TextArea
        id={id}
        className="growing"
        rows={2}
        maxLength={1000}
        value={value ?? ''}
        onChange={({ target }) => onChange?.(target.value === '' ? undefined : target.value)}
      />
      <span className="sealed-note">
        <small className="faint">
          <FormattedMessage
            id={
              goes
                ? 'records.sealed-gone'
                : isRecorded
                  ? 'records.sealed-kept'
                  : 'records.sealed-note'
            }
          />
        </small>
        {isRecorded && !goes && (
          <Button type="link" size="small" onClick={() => onChange?.('')}>
            <FormattedMessage id="records.sealed-clear" />
          </Button>
        )}
      </span>
    </>
  );
}
