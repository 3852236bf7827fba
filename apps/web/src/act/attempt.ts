import { App } from 'antd';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { problemText } from '../i18n/problem-text.ts';

/** Work behind a button that is no command of one form: busy while it lasts; what is refused is told as a message. */
export function useAttempt() {
  const intl = useIntl();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    try {
      await work();
    } catch (problem) {
      void message.error(problemText(intl, problem));
    } finally {
      setBusy(false);
    }
  };
  return { busy, attempt };
}
