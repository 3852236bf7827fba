/**
 * ColorBrewer YlGnBu without its darkest step, on which names could not be read: safe for the
 * colour-blind, readable in grey.
 */
export const sequential = ['#ffffcc', '#c7e9b4', '#7fcdbb', '#41b6c4', '#2c7fb8'] as const;

/** ColorBrewer PuOr around zero: orange for short of, purple for over. */
export const diverging = ['#e66101', '#fdb863', '#f7f7f7', '#b2abd2', '#5e3c99'] as const;

/** What the map is drawn with besides the figures. */
export const paper = {
  ground: '#eaf0f2',
  land: '#dfe4e5',
  outside: '#e4e8e9',
  noData: '#f3f3f3',
  hatch: '#9aa5a9',
  communeLine: '#ffffff',
  districtLine: '#5f6d73',
  provinceLine: '#37444a',
  mark: '#111a1d',
  label: '#1c2529',
  labelSoft: '#4d5a60',
  labelStrong: '#2b383d',
  team: '#0f5f6b',
  workplace: '#7a3b00',
} as const;
