import {
  changePosting,
  countPostings,
  listPostingCopies,
  listPostings,
  recognise,
} from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { PostingService } from './posting.service.ts';

@Controller()
export class PostingController {
  constructor(private readonly postings: PostingService) {}

  @Handles(recognise)
  recognise(command: Input<typeof recognise>) {
    return this.postings.recognise(command);
  }

  @Handles(changePosting)
  change(command: Input<typeof changePosting>) {
    return this.postings.change(command);
  }

  @Handles(listPostingCopies)
  copies(question: Input<typeof listPostingCopies>) {
    return this.postings.copies(question);
  }

  @Handles(countPostings)
  count() {
    return this.postings.count();
  }

  @Handles(listPostings)
  list(question: Input<typeof listPostings>) {
    return this.postings.list(question);
  }
}
