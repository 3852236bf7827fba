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
