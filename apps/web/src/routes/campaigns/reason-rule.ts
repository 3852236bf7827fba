import { useIntl } from 'react-intl';

/** A reason is at least a few words. */
export function useReasonRule() {
  const intl = useIntl();
  return {
    required: true,
    min: 5,
    transform: (text?: string) => text?.trim(),
    message: intl.formatMessage({ id: 'campaigns.reason-due' }),
  };
}
