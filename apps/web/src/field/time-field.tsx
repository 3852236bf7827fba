import { Input } from 'antd';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { isWholeTime, timeOf } from './time.rules.ts';

type Props = {
  id?: string;
  value?: string;
  onChange?: (time: string | undefined) => void;
};

/**
 * A time of day from 00:00 to 23:59, whatever the browser's language: its own field would ask for AM or PM in an
 * English one. Four digits on a phone's number keys are enough.
 */
export function TimeField({ value, onChange, ...rest }: Props) {
  const intl = useIntl();
  // What is typed and is no time yet; it stays until it is one.
  const [typed, setTyped] = useState<string | null>(null);
  const take = (text: string, isDone: boolean) => {
    const time = isDone ? timeOf(text) : null;
    setTyped(time === null ? text : null);
    if ((time ?? undefined) !== value) onChange?.(time ?? undefined);
  };
  return (
    <Input
      {...rest}
      value={typed ?? value ?? ''}
      placeholder={intl.formatMessage({ id: 'field.time' })}
      inputMode="numeric"
      autoComplete="off"
      maxLength={7}
      onFocus={(event) => event.target.select()}
      onChange={({ target }) => take(target.value, isWholeTime(target.value))}
      onBlur={() => typed !== null && take(typed, true)}
    />
  );
}

/** Refuses nothing and what is no time of day, in the same words. */
export function useTimeRule() {
  const intl = useIntl();
  return { required: true, message: intl.formatMessage({ id: 'field.time-needed' }) };
}
