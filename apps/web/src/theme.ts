import type { ThemeConfig } from 'antd';

/** The one accent; the same values stand as custom properties in base.css. */
export const accent = '#0f5f6b';

const calm =
  typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;

export const theme: ThemeConfig = {
  token: {
    colorPrimary: accent,
    colorLink: accent,
    colorInfo: accent,
    colorError: '#b3261e',
    colorWarning: '#a15c00',
    colorSuccess: '#1f6f43',
    // antd derives muddy grounds from dark colours; these are the ones of base.css.
    colorSuccessBg: '#e7f3eb',
    colorSuccessBorder: '#a8cdb6',
    colorErrorBg: '#fbeceb',
    colorErrorBorder: '#e2aba6',
    colorWarningBg: '#fff3dc',
    colorWarningBorder: '#e0b464',
    colorInfoBg: '#e3f0f1',
    colorInfoBorder: '#a4cacd',
    colorText: '#1c2529',
    colorTextSecondary: '#4d5a60',
    colorTextTertiary: '#5d6a70',
    colorTextPlaceholder: '#68757b',
    colorBorder: '#c6cfd2',
    colorBorderSecondary: '#dfe5e7',
    colorBgLayout: '#f4f6f6',
    fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
    fontSize: 14,
    borderRadius: 6,
    controlHeight: 34,
    motion: !calm,
    motionDurationFast: '0.08s',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.15s',
    wireframe: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
    Drawer: { paddingLG: 16 },
    Table: { cellPaddingBlock: 7, cellPaddingInline: 10, headerBg: '#f4f6f6' },
  },
};
