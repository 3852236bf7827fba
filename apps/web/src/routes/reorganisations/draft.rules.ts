import type { ReorganisationPlan } from '@antt/contracts';
import type { Draft, NewUnit } from './draft.ts';

/** What is missing or wrong, at the field where it is mended. */
export type Fault = { step: 0 | 1; field: string; what: FaultKind };
export type FaultKind =
  | 'required'
  | 'one-unit'
  | 'two-units'
  | 'two-parts'
  | 'parts-not-whole'
  | 'part-too-large'
  | 'nothing-changes'
  | 'twice';

const divides = ({ shape }: Draft) => shape === 'split' || shape === 'transfer';

/** Everything that keeps a draft from being tried. */
export function faultsOf(draft: Draft): Fault[] {
  const faults: Fault[] = [];
  const miss = (step: 0 | 1, field: string, what: FaultKind = 'required') =>
    faults.push({ step, field, what });
  if (!draft.shape) miss(0, 'shape');
  if (!draft.on) miss(0, 'on');
  if (!draft.instrumentId) miss(0, 'instrumentId');
  if (draft.title.trim() === '') miss(0, 'title');
  if (!draft.shape) return faults;
  const { shape, old, next, parent } = draft;
  if (shape === 'merge') {
    const absorbs = next[0]?.goesOn;
    const others = old.filter(({ id }) => id !== absorbs?.id);
    if (absorbs ? others.length < 1 : old.length < 2) miss(1, 'old', 'two-units');
  } else if (shape !== 'found' && shape !== 'abolish' && old.length < 1) miss(1, 'old', 'one-unit');
  if ((shape === 'found' || shape === 'abolish') && !parent) miss(1, 'parent');
  if (shape === 'abolish' && parent && old.length === 0) miss(1, 'old', 'one-unit');
  if (shape === 'split' && next.length < 2) miss(1, 'next', 'two-parts');
  if (shape === 'transfer' && next.length < 1) miss(1, 'next', 'one-unit');
  next.forEach((unit, n) => {
    if (!unit.goesOn || shape === 'change') {
      if (!unit.kind) miss(1, `next.${n}.kind`);
      if (unit.name.trim() === '') miss(1, `next.${n}.name`);
      if (unit.code.trim() === '') miss(1, `next.${n}.code`);
    }
    if (divides(draft) && !((unit.part ?? 0) > 0)) miss(1, `next.${n}.part`);
    if (next.some((other, m) => m < n && other.id === unit.id)) miss(1, `next.${n}`, 'twice');
    if (unit.goesOn && divides(draft) && old.some(({ id }) => id === unit.id)) {
      miss(1, `next.${n}`, 'twice');
    }
    const { goesOn } = unit;
    if (shape === 'change' && goesOn && Object.keys(changesOf(unit)).length === 0) {
      miss(1, `next.${n}.name`, 'nothing-changes');
    }
  });
  if (divides(draft) && next.every(({ part }) => (part ?? 0) > 0)) {
    const sum = next.reduce((total, { part }) => total + part!, 0);
    const whole = wholeOf(draft);
    if (shape === 'split' && draft.whole !== null && Math.abs(sum - whole) > whole * 1e-3) {
      miss(1, 'whole', 'parts-not-whole');
    }
    if (shape === 'transfer' && draft.measure !== 'percent' && draft.whole === null) {
      miss(1, 'whole');
    } else if (shape === 'transfer' && sum >= whole) miss(1, 'whole', 'part-too-large');
  }
  return faults;
}

/** How much the divided unit is: said, a hundred of a hundred, or what its parts add up to. */
function wholeOf(draft: Draft): number {
  if (draft.measure === 'percent') return 100;
  const sum = draft.next.reduce((total, { part }) => total + (part ?? 0), 0);
  return draft.whole ?? sum;
}

/** The part of the divided unit that goes to each, of one. */
export function sharesOf(draft: Draft): number[] {
  const sum = draft.next.reduce((total, { part }) => total + (part ?? 0), 0);
  const whole = draft.shape === 'split' ? sum : wholeOf(draft);
  return draft.next.map(({ part }) => (whole > 0 ? (part ?? 0) / whole : 0));
}

/** The draft as the act that is sent; only of a draft without faults. */
export function planOf(draft: Draft): ReorganisationPlan {
  const { shape, old, next } = draft;
  const goesOn = new Set(next.flatMap((unit) => (unit.goesOn ? [unit.id] : [])));
  const ends =
    shape === 'merge' || shape === 'split' || shape === 'dissolve' || shape === 'abolish';
  const ended = ends ? old.map(({ id }) => id).filter((id) => !goesOn.has(id)) : [];
  const shares = sharesOf(draft);
  const lineage =
    shape === 'merge'
      ? ended.map((predecessorId) => ({ predecessorId, successorId: next[0]!.id, share: 1 }))
      : divides(draft)
        ? next.map(({ id }, n) => ({
            predecessorId: old[0]!.id,
            successorId: id,
            share: Math.min(1, shares[n]!),
          }))
        : [];
  return {
    on: draft.on!,
    instrumentId: draft.instrumentId!,
    title: draft.title.trim(),
    founded: next.filter((unit) => !unit.goesOn).map((unit) => begunOf(draft, unit)),
    changed: [
      ...next
        .filter(({ goesOn: stands }) => stands)
        .map((unit) => ({ id: unit.id, ...changesOf(unit) }))
        .filter((changed) => Object.keys(changed).length > 1),
      ...placesOf(draft),
    ],
    ended,
    lineage,
    undecided: 'largest-share',
    outlines: 'join',
  };
}

/** A unit that begins lies where what it is made of lay, in the same list of codes. */
function begunOf(
  { level, old, parent }: Draft,
  unit: NewUnit,
): ReorganisationPlan['founded'][number] {
  const [first] = old;
  return {
    id: unit.id,
    level,
    kind: unit.kind!,
    list: level === 'village' ? 'village' : (first?.list ?? 'mới'),
    code: unit.code.trim(),
    name: unit.name.trim(),
    parentId: first ? first.parentId : (parent?.id ?? null),
    ...(unit.households !== null && { households: unit.households }),
  };
}

/** What a unit that goes on is called otherwise than before. */
function changesOf({ goesOn, kind, name, code, households }: NewUnit) {
  const said = { kind, name: name.trim(), code: code.trim() };
  return {
    ...(said.kind && said.kind !== goesOn!.kind && { kind: said.kind }),
    ...(said.name && said.name !== goesOn!.name && { name: said.name }),
    ...(said.code && said.code !== goesOn!.code && { code: said.code }),
    ...(households !== null && { households }),
  };
}

/** Units below a divided one that are said to go somewhere else than with the largest part. */
function placesOf(draft: Draft) {
  if (!divides(draft) || draft.level === 'village') return [];
  return draft.children.flatMap(({ id }) => {
    const parentId = draft.places[id];
    return parentId && parentId !== draft.old[0]?.id ? [{ id, parentId }] : [];
  });
}
