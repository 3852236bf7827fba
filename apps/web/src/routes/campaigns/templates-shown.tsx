import {
  getCampaign,
  listCampaigns,
  listShippedScoreTemplates,
  ScoreSubject,
  type ScoreTemplate,
  setScoreTemplate,
} from '@antt/contracts';
import { Alert, Button } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer, useCommand } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { newId } from '../../new-id.ts';
import { pointsText } from './score-text.ts';
import { named } from './template-names.ts';

type Props = { campaignId: string; mayAdopt: boolean };

/** How subjects are scored in a campaign: the newest version of each, or the shipped ones to begin from. */
export function TemplatesShown({ campaignId, mayAdopt }: Props) {
  const campaign = useAnswer(getCampaign, { id: campaignId });
  const shipped = useAnswer(listShippedScoreTemplates, {}, { enabled: mayAdopt });
  const adopt = useCommand(setScoreTemplate, [getCampaign, listCampaigns]);
  const own = campaign.data?.templates ?? [];
  const newest = ScoreSubject.options.flatMap(
    (subject) => own.find((one) => one.subject === subject) ?? [],
  );
  const offered = (shipped.data?.items ?? []).filter(
    ({ subject }) => !own.some((one) => one.subject === subject),
  );
  const problem = campaign.error ?? adopt.error;
  return (
    <>
      {problem && <ProblemPanel problem={problem} />}
      {campaign.data && newest.length === 0 && (
        <p className="faint">
          <FormattedMessage id="campaigns.no-template" />
        </p>
      )}
      {mayAdopt && offered.length > 0 && (
        <div className="row-acts">
          {offered.map((template) => (
            <Button
              key={template.subject}
              loading={adopt.isPending}
              onClick={() => adopt.mutate({ ...template, id: newId(), campaignId })}
            >
              <FormattedMessage id={`campaigns.adopt.${template.subject}`} />
            </Button>
          ))}
        </div>
      )}
      {newest.map((template) => (
        <TemplateTable key={template.id} template={template} />
      ))}
    </>
  );
}

function TemplateTable({ template }: { template: ScoreTemplate }) {
  const intl = useIntl();
  const { subject, version, certainty, document } = template;
  return (
    <section>
      <h3>
        <FormattedMessage id={`campaigns.subject.${subject}`} />{' '}
        <small className="faint">
          <FormattedMessage id="campaigns.version" values={{ version }} />
        </small>
      </h3>
      {certainty === 'D' && (
        <Alert type="info" showIcon title={<FormattedMessage id="campaigns.default" />} />
      )}
      <div className="explained">
        <table>
          <thead>
            <tr>
              <th scope="col">
                <FormattedMessage id="campaigns.item" />
              </th>
              <th scope="col">
                <FormattedMessage id="campaigns.most" />
              </th>
            </tr>
          </thead>
          {document.contents.map((content) => (
            <tbody key={content.code}>
              <tr className="explained-content">
                <th scope="rowgroup">
                  {content.code}. {named(intl, content)}
                </th>
                <td>{pointsText(intl, content.max)}</td>
              </tr>
              {content.items.map((item) => (
                <tr key={item.code}>
                  <th scope="row">
                    <span className="faint">{item.code}</span> {named(intl, item)}
                  </th>
                  <td>{pointsText(intl, item.max ?? content.max / content.items.length)}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}
