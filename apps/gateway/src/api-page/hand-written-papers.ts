import { compareQuotas, CompiledQuestion, PaperTemplate } from '@antt/contracts';
import { z } from 'zod';
import { docx, xlsx } from '../imports/stored-file.ts';
import {
  AnnexQuestion,
  BundleReason,
  ListQuestion,
  RevealReason,
  SlipQuestion,
} from '../payments/payment.routes.ts';
import { PaperQuestion, PaymentQuestion } from '../papers/paper.routes.ts';
import { TemplateAddress, TemplateQuestion } from '../papers/paper-template.routes.ts';
import type { HandWritten } from './hand-written.ts';

/** Papers of the office, for the API page. */
export const papers: readonly HandWritten[] = [
  {
    method: 'get',
    path: '/drafts/{id}/decision.docx',
    tag: 'organisation',
    summary: 'The draft decision and its annex as a paper (Decree 30/2020/NĐ-CP)',
    status: 200,
    answer: { type: docx },
  },
  {
    method: 'get',
    path: '/papers/{kind}/{of}.docx',
    tag: 'personnel',
    summary: 'A form of Circular 14/2024/TT-BCA (01 to 08) filled in for its subject',
    query: PaperQuestion,
    status: 200,
    answer: { type: docx },
  },
  {
    method: 'get',
    path: '/paper-templates/{kind}.docx',
    tag: 'personnel',
    summary: 'The wording of a form that holds for a unit on a day, to edit in Word',
    query: TemplateQuestion,
    status: 200,
    answer: { type: docx },
  },
  {
    method: 'post',
    path: '/paper-templates/{kind}',
    tag: 'personnel',
    summary: 'Set the wording of a form for a unit and all below it from a day on',
    query: TemplateAddress,
    body: {
      type: 'multipart/form-data',
      schema: z.object({ file: z.string().meta({ format: 'binary' }) }),
    },
    status: 201,
    answer: { type: 'application/json', schema: PaperTemplate },
  },
  {
    method: 'get',
    path: '/compiled-report.docx',
    tag: 'activity',
    summary: 'A compiled report in the wording of the province, with the time before beside it',
    query: CompiledQuestion,
    status: 200,
    answer: { type: docx },
  },
  {
    method: 'get',
    path: '/quotas/comparison.xlsx',
    tag: 'organisation',
    summary: 'Quotas of two days or two decisions side by side, as a workbook',
    query: compareQuotas.input,
    status: 200,
    answer: { type: xlsx },
  },
  {
    method: 'get',
    path: '/payrolls/{id}/export.xlsx',
    tag: 'personnel',
    summary: 'The payment list of a run, of a commune or of all of them, as a workbook',
    query: PaymentQuestion.omit({ id: true }),
    status: 200,
    answer: { type: xlsx },
  },
  {
    method: 'get',
    path: '/payrolls/{id}/payslips.docx',
    tag: 'personnel',
    summary: 'Payslips of an approved run, of a person or of a commune',
    query: SlipQuestion,
    status: 200,
    answer: { type: docx },
  },
  {
    method: 'get',
    path: '/payrolls/{id}/batches/{number}/list.xlsx',
    tag: 'personnel',
    summary: 'The payment list of a batch, of a commune or of all of them',
    query: ListQuestion,
    status: 200,
    answer: { type: xlsx },
  },
  {
    method: 'get',
    path: '/payrolls/{id}/batches/{number}/treasury.xlsx',
    tag: 'personnel',
    summary: 'What a batch takes from which fund for what, by commune',
    status: 200,
    answer: { type: xlsx },
  },
  {
    method: 'get',
    path: '/payrolls/{id}/batches/{number}/annex.docx',
    tag: 'personnel',
    summary: 'The annex of a commune’s decision to pay',
    query: AnnexQuestion,
    status: 200,
    answer: { type: docx },
  },
  {
    method: 'post',
    path: '/payrolls/{id}/batches/{number}/bank-file.csv',
    tag: 'personnel',
    summary: 'Orders to banks with account numbers in full; the reason goes into the audit log',
    body: { type: 'application/json', schema: RevealReason },
    status: 200,
    answer: { type: 'text/csv' },
  },
  {
    method: 'post',
    path: '/payrolls/{id}/batches/{number}/bundle.zip',
    tag: 'personnel',
    summary:
      'All files of a batch with their hashes and sums; the bank’s among them where a reason is given',
    body: { type: 'application/json', schema: BundleReason },
    status: 200,
    answer: { type: 'application/zip' },
  },
];
