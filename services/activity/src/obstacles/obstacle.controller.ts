import { listObstacles, raiseObstacle, solveObstacle } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { ObstacleService } from './obstacle.service.ts';

@Controller()
export class ObstacleController {
  constructor(private readonly obstacles: ObstacleService) {}

  @Handles(listObstacles)
  list(question: Input<typeof listObstacles>) {
    return this.obstacles.list(question);
  }

  @Handles(raiseObstacle)
  raise(command: Input<typeof raiseObstacle>) {
    return this.obstacles.raise(command);
  }

  @Handles(solveObstacle)
  solve(command: Input<typeof solveObstacle>) {
    return this.obstacles.solve(command);
  }
}
