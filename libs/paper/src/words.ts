/** A day as papers write it: "ngày 01 tháng 7 năm 2026"; January and February are written with a nought. */
export function longDay(on: string): string {
  const [year, month, day] = on.split('-') as [string, string, string];
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

/** The day of a paper that is still to be signed, perhaps in the year before what it decides. */
export const unsignedDay = 'ngày … tháng … năm …';

/** A day to be written in by hand. */
export const openDay = (on: string) => `ngày … tháng … năm ${on.slice(0, 4)}`;

/** "01/07/2026" */
export const shortDay = (on: string) => on.split('-').reverse().join('/');

/** Numbers of teams and members below ten are written with a nought (Decree 30/2020/NĐ-CP, App. II). */
export const figure = (value: number | null) =>
  value === null ? '' : value < 10 ? `0${value}` : value.toLocaleString('vi-VN');

/** A unit at the beginning of a line: "Xã Tân Lập". */
export function fullUnit({ kind, name }: { kind: string; name: string }): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`;
}
