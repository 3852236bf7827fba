import {
  ApartmentOutlined,
  BankOutlined,
  BranchesOutlined,
  EnvironmentOutlined,
  GatewayOutlined,
  SafetyCertificateOutlined,
  TableOutlined,
  TeamOutlined,
  UserAddOutlined,
  MergeCellsOutlined,
} from '@ant-design/icons';
import type { ImportKind } from '@antt/contracts';
import type { ComponentType } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';

export const kindIcons: Readonly<Record<ImportKind, ComponentType<{ 'aria-hidden'?: boolean }>>> = {
  units: ApartmentOutlined,
  boundaries: GatewayOutlined,
  quotas: TableOutlined,
  teams: SafetyCertificateOutlined,
  workplaces: EnvironmentOutlined,
  reorganisations: BranchesOutlined,
  consolidations: MergeCellsOutlined,
  accounts: UserAddOutlined,
  roster: TeamOutlined,
  'payment-results': BankOutlined,
};

type Props = { kinds: ImportKind[]; chosen: ImportKind; onChoose: (kind: ImportKind) => void };

/** What the file holds. Only what the account may bring in is offered. */
export function KindChoice({ kinds, chosen, onChoose }: Props) {
  const intl = useIntl();
  return (
    <div
      className="kind-choice"
      role="radiogroup"
      aria-label={intl.formatMessage({ id: 'imports.kind' })}
    >
      {kinds.map((kind) => {
        const Icon = kindIcons[kind];
        return (
          <label key={kind} data-chosen={kind === chosen || undefined}>
            <input
              type="radio"
              name="import-kind"
              checked={kind === chosen}
              onChange={() => onChoose(kind)}
            />
            <Icon aria-hidden />
            <span>
              <FormattedMessage id={`imports.kind.${kind}`} />
            </span>
          </label>
        );
      })}
    </div>
  );
}
