/** `Nguyễn Văn An` sorts as `An Nguyễn Văn`: by given name, then family and middle names. */
export function sortName(name: string): string {
  const words = name.normalize('NFC').trim().split(/\s+/u);
  return [words.at(-1), ...words.slice(0, -1)].join(' ');
}

/** One spelling: composed letters, single spaces. Capital letters stay as papers have them. */
export function tidyName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ');
}
