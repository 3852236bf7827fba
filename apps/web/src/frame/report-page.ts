import {
  BookOutlined,
  CrownOutlined,
  FileDoneOutlined,
  FundViewOutlined,
  GiftOutlined,
  NotificationOutlined,
  PercentageOutlined,
  TrophyOutlined,
} from '@ant-design/icons';
import type { Page } from './page.ts';

/** Pages about reports of activity. */
export const reportPages: Page[] = [
  {
    path: '/incidents',
    title: 'page.incidents',
    icon: BookOutlined,
    allow: ['incident.read'],
    group: 'page.reporting',
  },
  {
    path: '/reports',
    title: 'page.reports',
    icon: FileDoneOutlined,
    allow: ['report.read'],
    group: 'page.reporting',
  },
  {
    path: '/report-completeness',
    title: 'page.report-completeness',
    icon: PercentageOutlined,
    allow: ['report.read'],
    group: 'page.reporting',
  },
  {
    path: '/compiled-report',
    title: 'page.compiled-report',
    icon: FundViewOutlined,
    // a leader's own report says what there is below a commune
    allow: ['proposal.read'],
    group: 'page.reporting',
  },
  {
    path: '/campaigns',
    title: 'page.campaigns',
    icon: TrophyOutlined,
    allow: ['report.read'],
    group: 'page.reporting',
  },
  {
    path: '/awards',
    title: 'page.awards',
    icon: GiftOutlined,
    allow: ['award.read'],
    group: 'page.reporting',
  },
  {
    path: '/grades',
    title: 'page.grades',
    icon: CrownOutlined,
    allow: ['grade.read'],
    group: 'page.reporting',
  },
  {
    path: '/publications',
    title: 'page.publications',
    icon: NotificationOutlined,
    allow: ['publication.read'],
    group: 'page.reporting',
  },
];
