import {
  compareServings,
  replayServings,
  countCopies,
  coversPoint,
  listCopies,
  readCopies,
  compareCoverage,
  listCoverageGroups,
  listCoverageSeries,
  setGapOwner,
  assignGap,
  listGaps,
  checkEquipment,
  issueEquipment,
  listEquipment,
  listEquipmentNeeds,
  listEquipmentNorms,
  listEquipmentShortages,
  withdrawEquipment,
  listOutlines,
  frameMap,
  repealInstrument,
  listInstrumentSubjects,
  listInForce,
  listGoverned,
  issueInstrument,
  getInstrument,
  detachInstrumentFile,
  correctInstrument,
  attachInstrumentFiles,
  addInstrumentSubject,
  adoptCriteria,
  assignWorkplace,
  appraiseProposal,
  beginDraft,
  changeCriteria,
  changeDraft,
  changeTeamArea,
  changeWorkplace,
  closeWorkplace,
  compareQuotas,
  defineTag,
  endVillageStandard,
  listVillageStandards,
  setVillageStandard,
  discardDraft,
  decideConsolidation,
  dissolveTeam,
  explainNorm,
  endTransition,
  endUnitTag,
  countWorkByUnit,
  getWorklist,
  listWork,
  search,
  findUnits,
  followUnits,
  foundTeam,
  getCoverage,
  getCriteria,
  getDraft,
  getExtent,
  getInstallation,
  getJobEffects,
  getMapVersion,
  getProposal,
  getReorganisation,
  getTeam,
  getTeamHistory,
  getTile,
  getUnit,
  getUnitHistory,
  getUnitLineage,
  getWorkplace,
  getWorkplaceHistory,
  grantTransition,
  holds,
  issueDraft,
  keepFile,
  listCeilings,
  listChangeDays,
  listCommuneConsolidations,
  listConsolidationDecisions,
  listConsolidations,
  listCriteria,
  listCriteriaTemplates,
  listDrafts,
  listFeatures,
  listFigures,
  listInstruments,
  listNorms,
  listPoints,
  listProposals,
  listQuotas,
  listReorganisations,
  listRestatements,
  listTags,
  listTeams,
  listTransitions,
  listUnits,
  listUnitTags,
  listWorkplaces,
  mergeTeams,
  openFile,
  openWorkplace,
  operations,
  organisationJobs,
  placeUnits,
  previewCriteria,
  previewJob,
  recordCriteria,
  recordFigure,
  recordInstrument,
  renameTeam,
  renameUnit,
  reorganise,
  resendProposal,
  Role,
  saveDraftLines,
  sendProposal,
  setCeiling,
  setConsolidationTerm,
  setQuota,
  tagUnit,
  takeProposals,
  type Permission,
  undoConsolidation,
  undoReorganisation,
  withdrawCriteria,
  withdrawFigure,
} from '@antt/contracts';
import { type Operation, ownerOf, type Problem } from '@antt/kernel';
import { someone, useService } from '@antt/testing';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { sending } from './files/test-file.ts';
import { organisation } from './service.ts';
import { ofThree } from './criteria/test-criteria.ts';
import { territory } from './test-territory.ts';

const service = useService(organisation);
const send = sending(service);
const { unit, decision, team: founded } = territory(service);
const on = '2025-01-15';

type Place = Record<
  | 'commune'
  | 'village'
  | 'team'
  | 'second'
  | 'workplace'
  | 'spare'
  | 'instrument'
  | 'paper'
  | 'act'
  | 'draft'
  | 'criteria'
  | 'consolidation',
  string
>;
const places: Record<'inside' | 'outside', Place> = {} as never;

async function place(): Promise<Place> {
  const province = await unit('province', 'Bắc Giang');
  const commune = await unit('commune', 'Tân Lập', province);
  const village = await unit('village', 'Chằm', commune);
  const other = await unit('village', 'Bầu', commune);
  const instrument = await decision();
  const code = randomUUID();
  const team = await founded([other]);
  // shares the village, and waits for consolidation
  const second = await founded([other]);
  const workplace = { id: randomUUID(), code, name: 'Nhà văn hóa', kind: 'culture-house' };
  const at = { villageId: other, lon: 106.2, lat: 21.3, validFrom: '2024-09-01' };
  await service.call(openWorkplace, { ...workplace, ...at, teamIds: [team] } as never);
  // for short, the desks have the id of their team
  const desks = { id: team, item: 'desk', teamId: team, quantity: 2, receivedOn: '2024-09-01' };
  await service.call(issueEquipment, desks as never);
  const spare = { ...workplace, id: randomUUID(), code: randomUUID() };
  await service.call(openWorkplace, { ...spare, ...at, teamIds: [] } as never);
  const quota = { id: randomUUID(), unitId: commune, instrumentId: instrument };
  await service.call(setQuota, {
    ...quota,
    teams: 2,
    members: 6,
    validFrom: '2024-07-15',
  } as never);
  const paper = randomUUID();
  await service.call(recordInstrument, {
    ...{ id: paper, kind: 'decision', number: paper, issuer: 'UBND', title: 'Giao chỉ tiêu' },
    ...{ signedOn: on, effectiveFrom: on, territory: [commune] },
  } as never);
  const act = randomUUID();
  await service.call(reorganise, {
    id: act,
    on: '2024-02-01',
    instrumentId: instrument,
    title: 'Đổi tên',
    changed: [{ id: village, name: 'Thôn mới' }],
  } as never);
  const [draft, criteria] = [randomUUID(), randomUUID()];
  for (const id of [draft, criteria]) {
    const drawn = { id, instrumentId: instrument, units: [commune], document: ofThree };
    await service.call(recordCriteria, drawn);
  }
  await service.call(adoptCriteria, { id: criteria, validFrom: '2024-08-01' });
  await proposed(commune);
  const shared = await unit('village', 'Chung', commune);
  const [one, two] = [await founded([shared]), await founded([shared])];
  const consolidation = randomUUID();
  const groups = [{ teamIds: [one, two], into: { id: one } }];
  const merging = { communeId: commune, on: '2024-12-01', groups };
  const signed = { number: randomUUID().slice(0, 8), signedOn: '2024-11-30', basedOn: instrument };
  await service.call(decideConsolidation, {
    ...{ id: consolidation, ...merging, decision: signed },
  } as never);
  const offices = { workplace: workplace.id, spare: spare.id };
  const law = { instrument, paper, draft, criteria };
  return { ...offices, ...law, commune, village, team, second, act, consolidation };
}

const facts = { title: 'Giao số lượng', issuer: 'UBND tỉnh', effectiveFrom: on };
const counts = {
  villages: null,
  teams: 2,
  members: 6,
  leaders: null,
  deputies: null,
  ordinary: null,
};

async function begun(commune: string) {
  const draft = { id: randomUUID(), unitId: commune, ...facts, start: { from: 'in-force' } };
  return (await service.call(beginDraft, draft as never)).id;
}

let surplusDay = 1;
const surplus = (commune: string, instrument: string) => {
  const day = new Date(Date.UTC(2025, 0, (surplusDay += 2))).toISOString().slice(0, 10);
  const until = new Date(Date.UTC(2025, 0, surplusDay + 1)).toISOString().slice(0, 10);
  const dated = { validFrom: day, validTo: until };
  return { unitId: commune, instrumentId: instrument, reason: 'x', teams: 1, members: 3, ...dated };
};

const standard = (commune: string) => ({
  ...{ id: id(), kind: 'thôn' as const, unitId: commune, households: 200 },
  ...{ source: '12/2026/NQ-HĐND', instrumentId: null, validFrom: day((ceilingDay += 1)) },
});

const asked = { ...counts, effectiveFrom: on, reason: 'Thôn mới' };

const settled = (commune: string) =>
  service.db.query(`update proposal set status = 'accepted' where unit_id = $1`, [commune]);

const appraised = (proposal: string, verdict: 'accept' | 'return') =>
  service.call(appraiseProposal, { id: proposal, verdict, figures: null, reason: 'x' });

async function proposed(commune: string) {
  const id = randomUUID();
  await settled(commune);
  await service.call(sendProposal, { id, unitId: commune, ...asked } as never);
  return id;
}

const day = (n: number) => new Date(Date.UTC(2030, 0, n)).toISOString().slice(0, 10);
let ceilingDay = 1;

beforeAll(async () => {
  places.inside = await place();
  places.outside = await place();
  file = (await send('instrument', 'a.pdf', Buffer.from('%PDF-1.7'))).id;
  await service.call(attachInstrumentFiles, { id: places.inside.paper, fileIds: [file] });
}, 30_000);

const id = () => randomUUID();
const issue = { signedOn: on, effectiveFrom: on };
let file: string;
const decided = (basedOn: string | null) => ({ number: '12/QĐ-UBND', signedOn: on, basedOn });
/** Names of a team follow one another; each role gives one on a later day. */
let named = 0;
const anyDay = () =>
  `2025-${String(1 + ((named / 28) | 0)).padStart(2, '0')}-${String(1 + (named++ % 28)).padStart(2, '0')}`;
const items = (answer: any) => answer.items.length;

/**
 * What a question about a place outside the area comes to: refused, or as if nothing were there (`seen`
 * counts what is seen). `public`: the same for everybody. A new operation without its row fails below.
 */
const rows: [
  Operation,
  (place: Place) => unknown,
  'refused' | 'listed' | 'public' | ((answer: any) => number),
][] = [
  [getUnit, ({ commune }) => ({ id: commune, on }), 'refused'],
  [getUnitHistory, ({ commune }) => ({ id: commune }), 'refused'],
  [renameUnit, ({ commune }) => ({ id: commune, name: id(), validFrom: '2025-03-01' }), 'refused'],
  [listFigures, ({ commune }) => ({ id: commune }), 'refused'],
  [listUnitTags, ({ commune }) => ({ id: commune }), 'refused'],
  [
    recordFigure,
    ({ commune }) => ({
      id: commune,
      kind: 'area-km2',
      value: 20,
      measuredOn: on,
      source: 'Sở',
    }),
    'refused',
  ],
  [
    withdrawFigure,
    ({ commune }) => ({ id: commune, kind: 'population', measuredOn: on }),
    'refused',
  ],
  [tagUnit, ({ commune }) => ({ id: commune, tag: 'border', validFrom: on }), 'refused'],
  [endUnitTag, ({ commune }) => ({ id: commune, tag: 'border', validTo: '2026-01-01' }), 'refused'],
  [listVillageStandards, () => ({ on }), 'public'],
  [setVillageStandard, ({ commune }) => standard(commune), 'refused'],
  [
    endVillageStandard,
    async ({ commune }) => {
      const { id: set, validFrom } = await service.call(setVillageStandard, standard(commune));
      return { id: set, validTo: validFrom };
    },
    'listed',
  ],
  [listTags, () => ({}), 'public'],
  // names are public; search/search.test.ts and worklist/work.test.ts ask for the scope of the rest
  [search, () => ({ q: 'Bầu', on }), 'public'],
  [getWorklist, ({ commune }) => ({ on, within: commune }), 'public'],
  [countWorkByUnit, ({ commune }) => ({ on, within: commune }), 'public'],
  [
    recordInstrument,
    ({ commune }) => ({
      id: id(),
      kind: 'decision',
      number: id(),
      issuer: 'UBND',
      title: 'Số lượng Tổ',
      signedOn: on,
      effectiveFrom: on,
      territory: [commune],
    }),
    'refused',
  ],
  [
    setQuota,
    ({ commune, instrument }) => ({
      id: id(),
      unitId: commune,
      instrumentId: instrument,
      teams: 2,
      members: 6,
      validFrom: `2025-02-${String(1 + Math.floor(Math.random() * 27)).padStart(2, '0')}`,
    }),
    'refused',
  ],
  [
    foundTeam,
    ({ village, instrument }) => ({
      id: id(),
      code: id(),
      name: 'Tổ',
      foundedOn: on,
      villageIds: [village],
      decision: decided(instrument),
      dryRun: true,
    }),
    'refused',
  ],
  [
    renameTeam,
    ({ team }) => ({ id: team, name: id(), validFrom: anyDay(), decision: decided(null) }),
    'refused',
  ],
  [
    changeTeamArea,
    ({ team, village, instrument }) => ({
      id: team,
      villageIds: [village],
      validFrom: '2025-12-01',
      decision: decided(instrument),
      dryRun: true,
    }),
    'refused',
  ],
  [
    mergeTeams,
    ({ team, second, instrument }) => ({
      id: id(),
      on: '2025-12-01',
      teamIds: [team, second],
      into: { id: team },
      decision: decided(instrument),
      dryRun: true,
    }),
    'refused',
  ],
  [
    dissolveTeam,
    ({ team }) => ({ id: team, dissolvedOn: '2026-01-01', decision: decided(null) }),
    'refused',
  ],
  [listEquipmentNorms, () => ({ on }), 'public'],
  [listEquipment, ({ commune }) => ({ on, within: commune }), items],
  [listEquipmentShortages, ({ commune }) => ({ on, within: commune }), items],
  [listEquipmentNeeds, ({ commune }) => ({ year: 2026, within: commune }), items],
  [
    issueEquipment,
    ({ team }) => ({ id: id(), item: 'chair', teamId: team, quantity: 1, receivedOn: on }),
    'refused',
  ],
  [checkEquipment, ({ team }) => ({ id: team, condition: 'worn', on }), 'refused'],
  [
    withdrawEquipment,
    ({ team }) => ({ id: team, equipmentId: team, kind: 'return', quantity: 1, on }),
    'refused',
  ],
  [
    changeWorkplace,
    ({ workplace }) => ({ id: workplace, validFrom: '2025-12-01', address: id() }),
    'refused',
  ],
  [closeWorkplace, ({ spare }) => ({ id: spare, closedOn: '2025-12-31' }), 'refused'],
  [
    assignWorkplace,
    ({ team }) => ({ id: team, workplaceId: null, validFrom: '2025-11-01' }),
    'refused',
  ],
  [getWorkplace, ({ workplace }) => ({ id: workplace, on }), 'refused'],
  [getWorkplaceHistory, ({ workplace }) => ({ id: workplace }), 'refused'],
  [getTeam, ({ team }) => ({ id: team, on }), 'refused'],
  [getTeamHistory, ({ team }) => ({ id: team }), 'refused'],
  [
    openWorkplace,
    ({ village }) => ({
      id: id(),
      code: id(),
      name: 'Trụ sở',
      kind: 'office',
      villageId: village,
      lon: 106,
      lat: 21,
      validFrom: on,
    }),
    'refused',
  ],
  [
    reorganise,
    ({ commune, instrument }) => ({
      id: id(),
      on: '2025-04-01',
      instrumentId: instrument,
      title: 'Đổi tên',
      changed: [{ id: commune, name: id() }],
      dryRun: true,
    }),
    'listed',
  ],
  [followUnits, ({ act }) => ({ reorganisationId: act, groups: [] }), 'public'],
  [getReorganisation, ({ act }) => ({ id: act }), 'listed'],
  [undoReorganisation, ({ act }) => ({ id: act }), 'listed'],
  [getUnitLineage, ({ commune }) => ({ id: commune }), 'refused'],
  [listReorganisations, () => ({}), 'public'],
  [
    decideConsolidation,
    ({ commune, team, second, instrument }) => ({
      id: id(),
      communeId: commune,
      on,
      groups: [{ teamIds: [team, second], into: { id: team } }],
      decision: decided(instrument),
      dryRun: true,
    }),
    'refused',
  ],
  [undoConsolidation, ({ consolidation }) => ({ id: consolidation }), 'refused'],
  [listConsolidationDecisions, ({ commune }) => ({ on, within: commune }), items],
  [listConsolidations, ({ commune }) => ({ on, within: commune }), items],
  [listCommuneConsolidations, ({ commune }) => ({ on, within: commune }), items],
  [
    setConsolidationTerm,
    ({ commune }) => ({
      id: id(),
      unitId: commune,
      endsOn: '2026-12-31',
      validFrom: `2025-03-${String(1 + Math.floor(Math.random() * 27)).padStart(2, '0')}`,
    }),
    'refused',
  ],
  [listCriteria, () => ({}), 'public'],
  [listCriteriaTemplates, () => ({}), 'public'],
  [getCriteria, ({ draft }) => ({ id: draft }), 'public'],
  [recordCriteria, ({ commune }) => ({ id: id(), units: [commune], document: ofThree }), 'listed'],
  [
    changeCriteria,
    ({ draft, commune }) => ({ id: draft, units: [commune], document: ofThree }),
    'listed',
  ],
  [adoptCriteria, ({ criteria }) => ({ id: criteria, validFrom: '2024-08-01' }), 'listed'],
  [withdrawCriteria, ({ criteria }) => ({ id: criteria, on: '2026-01-01' }), 'listed'],
  [listNorms, ({ commune }) => ({ on, within: commune }), items],
  [explainNorm, ({ village }) => ({ id: village, on }), 'refused'],
  [
    previewCriteria,
    ({ commune }) => ({ on, within: commune, units: [commune], document: ofThree }),
    items,
  ],
  [listQuotas, ({ commune }) => ({ on, within: commune }), items],
  [compareQuotas, ({ commune }) => ({ from: on, to: on, within: commune }), items],
  [listDrafts, () => ({}), 'public'],
  [getDraft, async ({ commune }) => ({ id: await begun(commune) }), 'refused'],
  [
    beginDraft,
    ({ commune }) => ({ id: id(), unitId: commune, ...facts, start: { from: 'nothing' } }),
    'refused',
  ],
  [
    changeDraft,
    async ({ commune }) => ({ id: await begun(commune), version: 1, ...facts, title: id() }),
    'refused',
  ],
  [
    saveDraftLines,
    async ({ commune }) => ({
      id: await begun(commune),
      lines: [{ unitId: commune, version: 1, ...counts }],
    }),
    'refused',
  ],
  [takeProposals, async ({ commune }) => ({ id: await begun(commune) }), 'refused'],
  [
    issueDraft,
    async ({ commune }) => ({
      id: await begun(commune),
      instrumentId: id(),
      number: commune,
      confirmation: commune,
      signedOn: on,
      effectiveFrom: on,
    }),
    'refused',
  ],
  [discardDraft, async ({ commune }) => ({ id: await begun(commune) }), 'refused'],
  [listCeilings, ({ commune }) => ({ on, within: commune }), 'public'],
  [
    setCeiling,
    ({ commune, instrument }) => ({
      id: id(),
      unitId: commune,
      instrumentId: instrument,
      teams: 1,
      members: 3,
      validFrom: day((ceilingDay += 1)),
    }),
    'refused',
  ],
  [listTransitions, ({ commune }) => ({ on, within: commune }), 'public'],
  [
    grantTransition,
    ({ commune, instrument }) => ({ id: id(), ...surplus(commune, instrument) }),
    'refused',
  ],
  [
    endTransition,
    async ({ commune, instrument }) => {
      const command = { id: id(), ...surplus(commune, instrument) };
      await service.call(grantTransition, command as never);
      return { id: command.id, on: command.validTo };
    },
    'refused',
  ],
  [listProposals, ({ commune }) => ({ on, within: commune }), items],
  [getProposal, async ({ commune }) => ({ id: await proposed(commune) }), 'refused'],
  [
    sendProposal,
    async ({ commune }) => {
      await settled(commune);
      return { id: id(), unitId: commune, ...asked };
    },
    'refused',
  ],
  [
    resendProposal,
    async ({ commune }) => {
      const proposal = await proposed(commune);
      await appraised(proposal, 'return');
      return { id: proposal, ...asked, reason: id() };
    },
    'refused',
  ],
  [
    appraiseProposal,
    async ({ commune }) => ({ id: await proposed(commune), verdict: 'accept' }),
    'refused',
  ],
  [listTeams, ({ commune }) => ({ on, within: commune }), items],
  [listWorkplaces, ({ commune }) => ({ on, within: commune }), items],
  [getCoverage, ({ commune }) => ({ on, within: commune }), items],
  [listRestatements, ({ commune }) => ({ on, restate: on, within: commune }), items],
  [listPoints, ({ commune }) => ({ on, within: commune, layer: 'workplaces' }), items],
  [listUnits, ({ commune }) => ({ on, within: commune, level: 'village' }), items],
  [listFeatures, ({ commune }) => ({ on, within: commune, collection: 'villages' }), items],
  [frameMap, ({ commune }) => ({ on, within: commune }), 'public'],
  [
    listOutlines,
    () => ({
      on,
      level: 'commune',
      projection: { lon: 106, lat: 21 },
      box: [0, 0, 1, 1],
      tolerance: 1,
    }),
    'public',
  ],
  [listGaps, ({ commune }) => ({ on, within: commune }), items],
  [
    assignGap,
    ({ commune }) => ({
      id: id(),
      unitId: commune,
      kind: 'quota-missing',
      assignee: 'UBND',
      validFrom: on,
    }),
    'refused',
  ],
  [
    listCoverageSeries,
    ({ commune }) => ({ from: on, to: on, within: commune }),
    (answer) => answer.items[0].villages,
  ],
  [
    listCoverageGroups,
    ({ commune }) => ({ on, within: commune, by: 'area' }),
    (answer) => answer.whole.villages,
  ],
  [compareCoverage, ({ commune }) => ({ from: on, to: on, within: commune }), items],
  [listChangeDays, ({ commune }) => ({ within: commune }), items],
  [
    getExtent,
    ({ commune }) => ({ on, within: commune }),
    (answer) => Number(answer.bounds !== null),
  ],
  [listInstruments, () => ({}), 'public'],
  [getInstrument, ({ paper }) => ({ id: paper }), 'refused'],
  [listGoverned, ({ paper }) => ({ id: paper }), 'refused'],
  [listInForce, ({ commune }) => ({ unit: commune, on }), 'refused'],
  [issueInstrument, ({ paper }) => ({ ...issue, id: paper, number: paper }), 'refused'],
  [
    correctInstrument,
    ({ paper }) => ({ id: paper, correctionId: id(), reason: 'Ghi nhầm', title: id() }),
    'refused',
  ],
  [
    repealInstrument,
    ({ paper }) => ({ id: paper, on: '2025-06-01', reason: 'Hết cần', dryRun: true }),
    'refused',
  ],
  [attachInstrumentFiles, ({ paper }) => ({ id: paper, fileIds: [file] }), 'refused'],
  [detachInstrumentFile, ({ paper }) => ({ id: paper, fileId: file }), 'refused'],
  [listInstrumentSubjects, () => ({}), 'public'],
  [getInstallation, () => ({}), 'public'],
  [getMapVersion, () => ({}), 'public'],
  [getTile, () => ({ layer: 'communes', z: 8, x: 203, y: 112, on }), 'public'],
  [placeUnits, ({ commune }) => ({ unitIds: [commune], roots: 'all', on }), 'public'],
  [findUnits, () => ({ keys: [{ level: 'commune', list: 'test', code: '1' }] }), 'public'],
  [organisationJobs.list, () => ({}), 'public'],
];

/** Jobs belong to who began them, not to an area; imports/import.test.ts asks as somebody else. */
const ofTheirOwner: Operation[] = [
  // the vocabulary is the whole installation's; units/unit-fact.test.ts asks from a part of it
  defineTag,
  // so is what documents may be about; instruments/instrument.test.ts
  addInstrumentSubject,
  // who answers for gaps is the whole installation's too; gaps/gap.test.ts
  setGapOwner,
  // what a role does not see is refused kind by kind
  listWork,
  organisationJobs.start,
  organisationJobs.apply,
  organisationJobs.get,
  organisationJobs.errors,
  previewJob,
  // files belong to their sender or to a thing of another noun; files/file.test.ts asks as somebody else
  keepFile,
  openFile,
  getJobEffects,
  // asked by services that keep copies of everything, for nobody
  countCopies,
  listCopies,
  readCopies,
  // outlines are no secret, and activity asks for one that it may see; boundaries/covers-point.test.ts
  coversPoint,
  // the copy is the whole installation's; infra/copy.test.ts
  compareServings,
  replayServings,
];

test('every operation of the service says what it answers outside the area', () => {
  const told = new Set([...rows.map(([operation]) => operation), ...ofTheirOwner]);
  const mine = operations.filter((operation) => ownerOf(operation) === 'organisation');
  expect(mine.filter((operation) => !told.has(operation)).map(({ subject }) => subject)).toEqual(
    [],
  );
});

async function outcome(operation: Operation, input: unknown, role: Role) {
  const asker = someone(role, [places.inside.commune]);
  try {
    return { answer: await service.call(operation, input as never, asker) };
  } catch (error) {
    const { traceId: _, ...refused } = (error as Problem).body;
    return { refused };
  }
}

/** The same with an id that nothing has in the place of each. */
function otherIds() {
  const others = new Map<string, string>();
  const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gu;
  const other = (id: string) => others.get(id) ?? others.set(id, randomUUID()).get(id)!;
  return {
    in: <T>(value: T): T => JSON.parse(JSON.stringify(value).replace(uuid, other)) as T,
  };
}

const restricted = ({ allow }: Operation) =>
  !['everybody', 'services', 'signed-in'].includes(allow);

describe.each(Role.options)('as %s', (role) => {
  test.each(rows.map((row) => [row[0].subject, ...row] as const))(
    '%s',
    async (_subject, operation, inputFor, outside) => {
      const may = !restricted(operation) || holds(someone(role), operation.allow as Permission);
      const mine = await outcome(operation, await inputFor(places.inside), role);
      const asked = await inputFor(places.outside);
      const other = await outcome(operation, asked, role);
      if (!may) {
        const refused = { refused: expect.objectContaining({ type: 'not-allowed' }) };
        expect([mine, other]).toEqual([refused, refused]);
        return;
      }
      expect(mine).toHaveProperty('answer');
      // Nobody learns from a refusal whether what is not theirs is there (decision 0054).
      if (outside === 'refused') {
        expect(other).toHaveProperty('refused');
        const absent = otherIds();
        const unknown = await outcome(operation, absent.in(asked), role);
        expect(unknown).toEqual(absent.in(other));
      }
      if (outside === 'listed') {
        expect(other).toMatchObject({ refused: { type: 'outside-area' } });
      }
      if (outside === 'public') expect(other).toHaveProperty('answer');
      if (typeof outside === 'function') expect(outside((other as any).answer)).toBe(0);
      if (typeof outside === 'function' && operation !== getExtent) {
        expect(outside((mine as any).answer)).toBeGreaterThan(0);
      }
    },
  );
});

test('a signed-out caller is told to sign in', async () => {
  await expect(service.call(getCoverage, { on, level: 'commune' }, null)).rejects.toMatchObject({
    body: { type: 'not-signed-in', status: 401 },
  });
});

test('a team may not move into a workplace of mine from outside my area', async () => {
  const officer = someone('commune-officer', [places.inside.commune]);
  await expect(
    service.call(
      openWorkplace,
      {
        id: id(),
        code: id(),
        name: 'Trụ sở',
        kind: 'office',
        villageId: places.inside.village,
        teamIds: [places.outside.team],
        lon: 106,
        lat: 21,
        validFrom: on,
      } as never,
      officer,
    ),
  ).rejects.toMatchObject({ body: { type: 'team-not-found' } });
});
