/** "Xã Tân Sơn", "Huyện Lục Ngạn": the kind is part of how a unit is called. */
export function unitName({ kind, name }: { kind: string; name: string }): string {
  if (name.toLowerCase().startsWith(`${kind} `)) return name;
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`;
}
