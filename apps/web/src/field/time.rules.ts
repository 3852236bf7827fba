/** `20:30` of what somebody types for it: 2030, 830, 20h30, 20; null of what is no time of day. */
export function timeOf(text: string): string | null {
  const [, hours, minutes = '00'] =
    /^(\d{1,2})(?:\s?[:.hg]?\s?(\d{2})|\s?[hg])?$/i.exec(text.trim()) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

/** Nothing more is to be typed. */
export const isWholeTime = (text: string) =>
  /^(\d{4}|\d{1,2}\s?[:.hg]\s?\d{2})$/i.test(text.trim());
