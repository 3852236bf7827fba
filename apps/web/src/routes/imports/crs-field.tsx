import '../instruments/instruments.css';
import { Select } from 'antd';
import { useIntl } from 'react-intl';
import { answers } from '../../search.rules.ts';
import { degreesAndMinutes, meridians } from './meridian.ts';

type Props = { id?: string; value?: string; onChange?: (crs: string | undefined) => void };

/** The coordinate system of a file that does not name its own; a province's name finds its meridian. */
export function CrsField({ value, onChange, id }: Props) {
  const intl = useIntl();
  const plain = (['wgs84', 'vn2000-utm-48', 'vn2000-utm-49'] as const).map((crs) => ({
    value: crs as string,
    label: intl.formatMessage({ id: `imports.crs.${crs}` }),
    found: '',
  }));
  const zones = meridians.map(({ degrees, provinces }) => ({
    value: `vn2000-tm3-${degrees}`,
    label: `VN-2000, ${degreesAndMinutes(degrees)}`,
    found: provinces.join(', '),
  }));
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      allowClear
      placeholder={intl.formatMessage({ id: 'imports.crs.from-file' })}
      popupMatchSelectWidth={false}
      showSearch={{
        filterOption: (text, option) =>
          answers(`${String(option?.label)} ${(option as { found?: string }).found ?? ''}`, text),
      }}
      options={[
        { label: intl.formatMessage({ id: 'imports.crs.common' }), options: plain },
        { label: intl.formatMessage({ id: 'imports.crs.zones' }), options: zones },
      ]}
      optionRender={({ label, data }) => (
        <span className="crs-option">
          <span>{label}</span>
          {(data as { found?: string }).found && (
            <small>{(data as { found?: string }).found}</small>
          )}
        </span>
      )}
    />
  );
}
