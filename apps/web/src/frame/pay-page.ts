import {
  BankOutlined,
  FundOutlined,
  PercentageOutlined,
  PieChartOutlined,
  WalletOutlined,
} from '@ant-design/icons';
import type { Page } from './page.ts';

/** Pages about money. */
export const payPages: Page[] = [
  {
    path: '/payrolls',
    title: 'page.payrolls',
    icon: WalletOutlined,
    allow: ['payroll.read'],
    group: 'page.pay',
  },
  {
    path: '/allowance-totals',
    title: 'page.allowance-totals',
    icon: FundOutlined,
    allow: ['payroll.read'],
    group: 'page.pay',
  },
  {
    path: '/budgets',
    title: 'page.budgets',
    icon: PieChartOutlined,
    allow: ['budget.read'],
    group: 'page.pay',
  },
  {
    path: '/policies',
    title: 'page.policies',
    icon: BankOutlined,
    allow: ['policy.read'],
    group: 'page.pay',
  },
  {
    path: '/rate-tables',
    title: 'page.rate-tables',
    icon: PercentageOutlined,
    allow: ['policy.read'],
    group: 'page.pay',
  },
];
