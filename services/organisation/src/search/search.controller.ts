import { search } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { SearchService } from './search.service.ts';

@Controller()
export class SearchController {
  constructor(private readonly searching: SearchService) {}

  @Handles(search)
  find(question: Input<typeof search>) {
    return this.searching.find(question);
  }
}
