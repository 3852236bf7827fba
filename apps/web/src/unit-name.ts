/** "Xã Tân Sơn", "Huyện Lục Ngạn": the kind is part of how a unit is called. */
export function unitName({ kind, name }: { kind: string; name: string }): string {
  if (name.toLowerCase().startsWith(`${kind} `)) return name;
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`;
}

/** What lies over a unit, called in full: "3" alone is no name of a district. */
export function parentName(unit: { parentName: string | null; parentKind: string | null }) {
  const { parentName: name, parentKind: kind } = unit;
  return name !== null && kind !== null ? unitName({ kind, name }) : name;
}
