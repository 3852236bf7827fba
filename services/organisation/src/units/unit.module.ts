import { Module } from '@nestjs/common';
import { UnitController } from './unit.controller.ts';
import { UnitService } from './unit.service.ts';

@Module({ controllers: [UnitController], providers: [UnitService], exports: [UnitService] })
export class UnitModule {}
