export {
  assertEverywhere,
  assertInside,
  outsideOf,
  reach,
  reachEver,
  rootsOf,
} from '@antt/service-kit';
