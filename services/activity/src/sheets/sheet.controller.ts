import { getReportSheet, takeReportSheet } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { SheetService } from './sheet.service.ts';

@Controller()
export class SheetController {
  constructor(private readonly sheets: SheetService) {}

  @Handles(getReportSheet)
  get(question: Input<typeof getReportSheet>) {
    return this.sheets.get(question);
  }

  @Handles(takeReportSheet)
  take(command: Input<typeof takeReportSheet>) {
    return this.sheets.take(command);
  }
}
