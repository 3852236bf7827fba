import { Module } from '@nestjs/common';
import { UnitModule } from './units/unit.module.ts';

@Module({ imports: [UnitModule] })
export class AppModule {}
