import type { IntlShape } from 'react-intl';

/** The few words MapLibre's own controls show. */
export const mapWords = (intl: IntlShape) => ({
  'NavigationControl.ZoomIn': intl.formatMessage({ id: 'map.zoom-in' }),
  'NavigationControl.ZoomOut': intl.formatMessage({ id: 'map.zoom-out' }),
  'Map.Title': intl.formatMessage({ id: 'map.title' }),
});
