import { ReorganisationPlan } from '@antt/contracts';
import { expect, test } from '@jest/globals';
import {
  continued,
  withHeir,
  withNext,
  withOld,
  withoutNext,
  withShape,
} from './draft-edit.rules.ts';
import { faultsOf, planOf, sharesOf } from './draft.rules.ts';
import { type Draft, newDraft, type OldUnit } from './draft.ts';

const id = (n: number) => `0199e000-0000-7000-8000-${String(n).padStart(12, '0')}`;
let last = 100;
const newId = () => id((last += 1));

const unit = (n: number, name: string, level: OldUnit['level'] = 'village'): OldUnit => ({
  id: id(n),
  level,
  kind: level === 'village' ? 'thôn' : 'xã',
  code: `0${n}`,
  list: level === 'village' ? 'village' : '2025',
  name,
  parentId: id(90),
  parentName: 'Lục Sơn',
  parentKind: 'xã',
});
const begun: Draft = {
  ...newDraft(id(1)),
  on: '2026-12-01',
  instrumentId: id(2),
  title: 'Sắp xếp thôn',
};
const of = (shape: Draft['shape'], ...old: OldUnit[]) =>
  old.reduce<Draft>(
    (draft, one) => withOld(draft, [...draft.old, one], newId),
    withShape(begun, shape!, (old[0]?.level ?? 'village') as Draft['level']),
  );
const fields = (draft: Draft) => faultsOf(draft).map(({ field, what }) => `${field} ${what}`);
/** What is sent is something the service takes. */
const sent = (draft: Draft) => ReorganisationPlan.parse(planOf(draft));

test('two villages become a new one, in the first one’s commune and under its code', () => {
  const draft = of('merge', unit(3, 'Đông'), unit(4, 'Đoài'));
  expect(fields(draft)).toEqual(['next.0.name required']);
  const named = withNext(draft, draft.next[0]!.id, { name: 'Đông Đoài' });
  expect(fields(named)).toEqual([]);
  const [next] = named.next;
  expect(sent(named)).toMatchObject({
    founded: [{ name: 'Đông Đoài', kind: 'thôn', code: '03', list: 'village', parentId: id(90) }],
    ended: [id(3), id(4)],
    lineage: [
      { predecessorId: id(3), successorId: next!.id, share: 1 },
      { predecessorId: id(4), successorId: next!.id, share: 1 },
    ],
    changed: [],
  });
});

test('a village takes another one in and goes on under a new name', () => {
  const merged = of('merge', unit(3, 'Đông'), unit(4, 'Đoài'));
  const draft = withNext(withHeir(merged, merged.old[0]!, newId), id(3), { name: 'Đông Đoài' });
  expect(fields(draft)).toEqual([]);
  expect(sent(draft)).toMatchObject({
    founded: [],
    changed: [{ id: id(3), name: 'Đông Đoài' }],
    ended: [id(4)],
    lineage: [{ predecessorId: id(4), successorId: id(3), share: 1 }],
  });
});

test('a merger of one unit is none', () => {
  expect(fields(of('merge', unit(3, 'Đông')))).toContain('old two-units');
});

function divided(parts: [number, number], whole: number | null = null): Draft {
  let draft = of('split', unit(3, 'Lục Sơn', 'commune'));
  draft.next.forEach(({ id: one }, n) => {
    draft = withNext(draft, one, { name: `Mới ${n}`, code: `1${n}`, part: parts[n]! });
  });
  return { ...draft, whole };
}

test('a commune is divided by declared households, and its villages go where it is said', () => {
  const draft = divided([300, 100], 400);
  expect(fields(draft)).toEqual([]);
  expect(sharesOf(draft)).toEqual([0.75, 0.25]);
  const [left, right] = draft.next as [Draft['next'][0], Draft['next'][0]];
  const children = [5, 6].map((n) => ({ id: id(n), kind: 'thôn' as const, name: `Thôn ${n}` }));
  const placed = { ...draft, children, places: { [id(5)]: right.id } };
  expect(sent(placed)).toMatchObject({
    changed: [{ id: id(5), parentId: right.id }],
    ended: [id(3)],
    lineage: [
      { successorId: left.id, share: 0.75 },
      { successorId: right.id, share: 0.25 },
    ],
    undecided: 'largest-share',
  });
  expect(withoutNext(placed, right.id).places).toEqual({});
});

test('parts that do not add up to the declared whole are told at the whole', () => {
  expect(fields(divided([300, 99], 400))).toEqual(['whole parts-not-whole']);
});

test('who gives a part away goes on; all of it is a merger', () => {
  const giver = of('transfer', unit(3, 'Lục Sơn', 'commune'));
  const draft: Draft = {
    ...giver,
    next: [{ ...continued(unit(4, 'Đông', 'commune')), part: 100 }],
    whole: 400,
    children: [{ id: id(5), kind: 'thôn', name: 'Xuân' }],
    places: { [id(5)]: id(4) },
  };
  expect(sent(draft)).toMatchObject({
    ended: [],
    changed: [{ id: id(5), parentId: id(4) }],
    lineage: [{ predecessorId: id(3), successorId: id(4), share: 0.25 }],
  });
  expect(fields({ ...draft, whole: 100 })).toEqual(['whole part-too-large']);
});

test('a rename says only what is another, and one that says nothing is told', () => {
  const draft = of('change', unit(3, 'Lục Sơn', 'commune'));
  expect(fields(draft)).toEqual(['next.0.name nothing-changes']);
  const ward = withNext(draft, id(3), { kind: 'phường' });
  expect(sent(ward)).toMatchObject({ changed: [{ id: id(3), kind: 'phường' }], ended: [] });
});

test('a dissolved unit ends without a successor', () => {
  const plan = sent(of('dissolve', unit(3, 'Đông')));
  expect(plan).toMatchObject({ ended: [id(3)], lineage: [], founded: [] });
});

test('nothing is tried before what, when and by which instrument are said', () => {
  expect(fields(newDraft(id(1)))).toEqual([
    'shape required',
    'on required',
    'instrumentId required',
    'title required',
  ]);
});
