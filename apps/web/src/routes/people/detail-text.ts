import type { ShownContent } from '@antt/contracts';
import { useIntl } from 'react-intl';
import { formatDay, formatLastDay } from '../../day.ts';

/** What a detail says, most telling first. */
export function useDetailText(): (content: ShownContent) => [string, string] {
  const intl = useIntl();
  const joined = (...parts: (string | null | undefined | false)[]) =>
    parts.filter(Boolean).join(', ');
  return (content) => {
    switch (content.kind) {
      case 'residence':
        return [
          content.address,
          intl.formatMessage({ id: `records.registration.${content.registration}` }),
        ];
      case 'insurance':
        return [
          intl.formatMessage({ id: `records.scheme.${content.scheme}` }),
          joined(
            intl.formatMessage({ id: `records.short.${content.cover}` }),
            content.group && intl.formatMessage({ id: `records.group.${content.group}` }),
            content.number,
          ),
        ];
      case 'bank-account':
        return [content.number, content.bank];
      case 'service': {
        const { lastAllowance: amount } = content;
        return [
          intl.formatMessage({ id: `records.force.${content.force}` }),
          joined(
            content.place,
            amount !== null &&
              intl.formatMessage({ id: 'records.last-allowance-value' }, { amount }),
            content.settlement,
          ),
        ];
      }
      case 'commendation':
        return [content.award, content.decision];
      case 'kin':
        return [content.name, joined(content.relation, content.phone)];
      case 'pay-channel':
        return [intl.formatMessage({ id: `records.channel.${content.channel}` }), ''];
      case 'other-title':
        return [
          content.title,
          intl.formatMessage({ id: content.paid ? 'records.title-paid' : 'records.title-unpaid' }),
        ];
    }
  };
}

/** "từ 01/07/2024 đến hết 28/02/2025" */
export function useDaysText(): (days: { validFrom: string; validTo: string | null }) => string {
  const intl = useIntl();
  return ({ validFrom, validTo }) =>
    intl.formatMessage(
      { id: validTo ? 'records.days.from-to' : 'records.days.from' },
      { from: formatDay(validFrom), to: validTo ? formatLastDay(validTo) : '' },
    );
}
