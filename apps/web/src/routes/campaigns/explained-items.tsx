import type { getScore, ScoredItem } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { Tag } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MessageId } from '../../i18n/message.ts';
import { FigureText, TargetText } from './item-text.tsx';
import { pointsText } from './score-text.ts';
import { named, type TemplateNames } from './template-names.ts';

type Props = Pick<Output<typeof getScore>, 'explanation' | 'contents'> & { names: TemplateNames };

const heads = [
  'item',
  'figure',
  'target',
  'reckoned',
  'step.self',
  'step.verified',
  'step.ratified',
  'points',
] as const;

/** Item by item how the points came about, content by content. */
export function ExplainedItems({ explanation, contents, names }: Props) {
  const intl = useIntl();
  return (
    <div className="explained">
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                <FormattedMessage id={`campaigns.${head}`} />
              </th>
            ))}
          </tr>
        </thead>
        {contents.map(({ code, points, max }) => (
          <tbody key={code}>
            <tr className="explained-content">
              <th scope="rowgroup" colSpan={7}>
                {code}. {names.content(code)}
              </th>
              <td>
                <b>{pointsText(intl, points)}</b> / {pointsText(intl, max)}
              </td>
            </tr>
            {explanation
              .filter(({ content }) => content === code)
              .map((item) => (
                <ItemRow key={item.code} item={item} />
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function ItemRow({ item }: { item: ScoredItem }) {
  const intl = useIntl();
  const title = (id: MessageId) => ({ 'data-title': intl.formatMessage({ id }) });
  const steps = ['self', 'verified', 'ratified'] as const;
  return (
    <tr data-breach={item.breach || undefined}>
      <th scope="row">
        <span className="faint">{item.code}</span> {named(intl, item)}{' '}
        {item.breach && (
          <Tag color="error">
            <FormattedMessage id="campaigns.breach" />
          </Tag>
        )}
        {item.isMissing && (
          <Tag color="warning">
            <FormattedMessage id="campaigns.item-missing" />
          </Tag>
        )}
      </th>
      <td className="explained-words" {...title('campaigns.figure')}>
        <FigureText item={item} />
      </td>
      <td {...title('campaigns.target')}>
        <TargetText item={item} />
      </td>
      <td {...title('campaigns.reckoned')}>{pointsText(intl, item.reckoned)}</td>
      {steps.map((step) => (
        <td key={step} {...title(`campaigns.step.${step}`)}>
          {pointsText(intl, item[step])}
        </td>
      ))}
      <td {...title('campaigns.points')}>
        <b>{pointsText(intl, item.points)}</b> / {pointsText(intl, item.max)}
      </td>
    </tr>
  );
}
