import {
  ApartmentOutlined,
  AuditOutlined,
  BarChartOutlined,
  BranchesOutlined,
  CalculatorOutlined,
  CheckSquareOutlined,
  CloudUploadOutlined,
  ContactsOutlined,
  ControlOutlined,
  EnvironmentOutlined,
  EyeOutlined,
  FieldTimeOutlined,
  FileSearchOutlined,
  FileTextOutlined,
  FileWordOutlined,
  FormOutlined,
  HomeOutlined,
  InboxOutlined,
  IssuesCloseOutlined,
  MedicineBoxOutlined,
  MergeCellsOutlined,
  PauseCircleOutlined,
  ReadOutlined,
  SafetyOutlined,
  ScheduleOutlined,
  SkinOutlined,
  SolutionOutlined,
  TableOutlined,
  TeamOutlined,
  ToolOutlined,
  UserDeleteOutlined,
} from '@ant-design/icons';
import type { Permission } from '@antt/contracts';
import type { ComponentType } from 'react';
import type { MessageId } from '../i18n/message.ts';
import { payPages } from './pay-page.ts';
import { reportPages } from './report-page.ts';

export type Page = {
  path: string;
  title: MessageId;
  /** For the bottom bar of a phone, where the title is too long for it. */
  short?: MessageId;
  icon: ComponentType<{ className?: string; 'aria-hidden'?: boolean }>;
  /** Seen by whoever holds one of these; without it, by every signed-in account. */
  allow?: Permission[];
  /** Stands under this heading at the left; on phones the group's first page stands for all. */
  group?: MessageId;
  /** The group it stands in on a phone, whose bottom bar has no room for it alone. */
  phoneGroup?: MessageId;
};

/** What a group is called in the bottom bar of a phone, where its heading is too long for it. */
export const shortOf: Partial<Record<MessageId, MessageId>> = { 'page.law': 'page.law.short' };

/** The navigation, by noun; it shows only what exists. A new page gets its line among those of its group. */
export const pages: Page[] = [
  { path: '/', title: 'page.home', short: 'page.home.short', icon: CheckSquareOutlined },
  {
    path: '/map',
    title: 'page.map',
    icon: EnvironmentOutlined,
    allow: ['coverage.read'],
    phoneGroup: 'page.organisation',
  },
  {
    path: '/gaps',
    title: 'page.gaps',
    icon: IssuesCloseOutlined,
    allow: ['quota.read'],
    group: 'page.organisation',
  },
  {
    path: '/units',
    title: 'page.units',
    icon: ApartmentOutlined,
    allow: ['unit.read'],
    group: 'page.organisation',
  },
  {
    path: '/teams',
    title: 'page.teams',
    icon: SafetyOutlined,
    allow: ['team.read'],
    group: 'page.organisation',
  },
  {
    path: '/workplaces',
    title: 'page.workplaces',
    icon: HomeOutlined,
    allow: ['workplace.read'],
    group: 'page.organisation',
  },
  {
    path: '/equipment',
    title: 'page.equipment',
    icon: ToolOutlined,
    allow: ['team.read'],
    group: 'page.organisation',
  },
  {
    path: '/reorganisations',
    title: 'page.reorganisations',
    icon: BranchesOutlined,
    allow: ['unit.write'],
    group: 'page.organisation',
  },
  {
    path: '/consolidations',
    title: 'page.consolidations',
    icon: MergeCellsOutlined,
    allow: ['quota.read'],
    group: 'page.organisation',
  },
  {
    path: '/instruments',
    title: 'page.instruments',
    icon: FileTextOutlined,
    allow: ['instrument.read'],
    group: 'page.law',
  },
  {
    path: '/criteria',
    title: 'page.criteria',
    icon: CalculatorOutlined,
    allow: ['criteria.read'],
    group: 'page.law',
  },
  {
    path: '/quotas',
    title: 'page.quotas',
    icon: TableOutlined,
    allow: ['quota.read'],
    group: 'page.law',
  },
  {
    path: '/drafts',
    title: 'page.drafts',
    icon: FormOutlined,
    allow: ['draft.read'],
    group: 'page.law',
  },
  {
    path: '/proposals',
    title: 'page.proposals',
    icon: InboxOutlined,
    allow: ['proposal.read'],
    group: 'page.law',
  },
  {
    path: '/transitions',
    title: 'page.transitions',
    icon: FieldTimeOutlined,
    allow: ['quota.read'],
    group: 'page.law',
  },
  {
    path: '/people',
    title: 'page.people',
    icon: ContactsOutlined,
    allow: ['person.read'],
    group: 'page.personnel',
  },
  {
    path: '/records',
    title: 'page.records',
    icon: FileSearchOutlined,
    allow: ['person.write', 'setting.write'],
    group: 'page.personnel',
  },
  {
    path: '/recruitments',
    title: 'page.recruitments',
    icon: SolutionOutlined,
    allow: ['recruitment.read'],
    group: 'page.personnel',
  },
  {
    path: '/absences',
    title: 'page.absences',
    icon: PauseCircleOutlined,
    allow: ['person.read'],
    group: 'page.personnel',
  },
  {
    path: '/cessations',
    title: 'page.cessations',
    icon: UserDeleteOutlined,
    allow: ['person.read'],
    group: 'page.personnel',
  },
  {
    path: '/duties',
    title: 'page.duties',
    icon: ScheduleOutlined,
    allow: ['duty.read'],
    group: 'page.personnel',
  },
  {
    path: '/claims',
    title: 'page.claims',
    icon: MedicineBoxOutlined,
    allow: ['claim.read'],
    group: 'page.personnel',
  },
  {
    path: '/supervisions',
    title: 'page.supervisions',
    icon: EyeOutlined,
    allow: ['supervision.read'],
    group: 'page.personnel',
  },
  {
    path: '/courses',
    title: 'page.courses',
    icon: ReadOutlined,
    allow: ['person.read'],
    group: 'page.personnel',
  },
  {
    path: '/supplies',
    title: 'page.supplies',
    icon: SkinOutlined,
    allow: ['person.read'],
    group: 'page.personnel',
  },
  {
    path: '/force-statistics',
    title: 'page.force',
    icon: BarChartOutlined,
    allow: ['person.read'],
    group: 'page.personnel',
  },
  {
    path: '/settings',
    title: 'page.settings',
    icon: ControlOutlined,
    allow: ['setting.write', 'person-profile.read'],
    group: 'page.personnel',
  },
  {
    path: '/paper-templates',
    title: 'page.paper-templates',
    icon: FileWordOutlined,
    allow: ['setting.write', 'recruitment.read'],
    group: 'page.personnel',
  },
  ...reportPages,
  ...payPages,
  {
    path: '/imports',
    title: 'page.imports',
    icon: CloudUploadOutlined,
    allow: ['unit.write', 'quota.write', 'team.write', 'account.write', 'payroll.write'],
    phoneGroup: 'page.administration',
  },
  {
    path: '/accounts',
    title: 'page.accounts',
    icon: TeamOutlined,
    allow: ['account.read'],
    group: 'page.administration',
  },
  {
    path: '/audit',
    title: 'page.audit',
    icon: AuditOutlined,
    allow: ['audit.read'],
    group: 'page.administration',
  },
];

export function visiblePages(permissions: readonly string[]): Page[] {
  return pages.filter(({ allow }) => !allow || allow.some((one) => permissions.includes(one)));
}
