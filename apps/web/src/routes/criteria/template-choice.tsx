import { listCriteriaTemplates } from '@antt/contracts';
import { Select } from 'antd';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { answers } from '../../search.rules.ts';

/** Opens what is known of a province's criteria as a draft. */
export function TemplateChoice() {
  const intl = useIntl();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const templates = useAnswer(listCriteriaTemplates, {}, { staleTime: Infinity });
  return (
    <Select
      className="template-choice"
      placeholder={intl.formatMessage({ id: 'criteria.template' })}
      aria-label={intl.formatMessage({ id: 'criteria.template' })}
      loading={templates.isLoading}
      showSearch={{ filterOption: (text, option) => answers(String(option?.label), text) }}
      options={(templates.data?.items ?? []).map(({ code, province }) => ({
        value: code,
        label: province,
      }))}
      popupMatchSelectWidth={false}
      onChange={(template: string) => void navigate(`/criteria/new${held({ template })}`)}
    />
  );
}
