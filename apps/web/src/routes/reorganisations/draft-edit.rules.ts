import type { Draft, NewUnit, OldUnit, Shape } from './draft.ts';

const begun = (id: string, like: OldUnit | undefined): NewUnit => ({
  id,
  goesOn: null,
  kind: like?.kind ?? null,
  name: '',
  // Codes are used again by whoever comes first after a unit that ends.
  code: '',
  households: null,
  part: null,
});

/** A unit that goes on, as it is called. */
export const continued = (unit: OldUnit): NewUnit => ({
  id: unit.id,
  goesOn: unit,
  kind: unit.kind,
  name: unit.name,
  code: unit.code,
  households: null,
  part: null,
});

/** Another kind of act begins with empty hands; what, when and by which instrument stay. */
export function withShape(draft: Draft, shape: Shape, level = draft.level): Draft {
  const levelOf = shape === 'abolish' ? 'district' : level === 'district' ? 'village' : level;
  return {
    ...draft,
    shape,
    level: levelOf,
    old: [],
    next: [],
    whole: null,
    children: [],
    places: {},
    parent: null,
  };
}

/** Who is taken out or divided: of one at a time, unless several are merged, ended or renamed. */
export function withOld(draft: Draft, units: OldUnit[], newId: () => string): Draft {
  const several = draft.shape !== 'split' && draft.shape !== 'transfer';
  const old = several
    ? units.filter((unit, n) => units.findIndex(({ id }) => id === unit.id) === n)
    : units.slice(-1);
  const [first] = old;
  const changed = { ...draft, old };
  if (draft.shape === 'change') {
    const next = old.map((unit) => draft.next.find(({ id }) => id === unit.id) ?? continued(unit));
    return { ...changed, next };
  }
  if (draft.shape === 'merge') {
    const kept = draft.next.filter(
      ({ goesOn }) => !goesOn || old.some(({ id }) => id === goesOn.id),
    );
    const [one] = kept.length > 0 ? kept : old.length > 0 ? [begun(newId(), first)] : [];
    if (!one) return { ...changed, next: [] };
    const code = one.goesOn || one.code ? one.code : (first?.code ?? '');
    return { ...changed, next: [{ ...one, kind: one.kind ?? first?.kind ?? null, code }] };
  }
  if (draft.shape === 'split' && draft.old[0]?.id !== first?.id) {
    const next = first
      ? [{ ...begun(newId(), first), code: first.code }, begun(newId(), first)]
      : [];
    return { ...changed, next, children: [], places: {}, whole: null };
  }
  if (draft.old[0]?.id !== first?.id) return { ...changed, children: [], places: {}, whole: null };
  return changed;
}

export const withNext = (draft: Draft, id: string, said: Partial<NewUnit>): Draft => ({
  ...draft,
  next: draft.next.map((unit) => (unit.id === id ? { ...unit, ...said } : unit)),
});

export const withAnother = (draft: Draft, unit: NewUnit): Draft => ({
  ...draft,
  next: [...draft.next.filter(({ id }) => id !== unit.id), unit],
});

export const another = (draft: Draft, newId: () => string) =>
  withAnother(draft, begun(newId(), draft.old[0]));

export function withoutNext(draft: Draft, id: string): Draft {
  const places = Object.fromEntries(
    Object.entries(draft.places).filter(([, place]) => place !== id),
  );
  return { ...draft, next: draft.next.filter((unit) => unit.id !== id), places };
}

/** A merger makes a new unit, or one of the merged ones takes the others in. */
export function withHeir(draft: Draft, heir: OldUnit | null, newId: () => string): Draft {
  if (heir) return { ...draft, next: [continued(heir)] };
  const [first] = draft.old;
  return { ...draft, next: [{ ...begun(newId(), first), code: first?.code ?? '' }] };
}
