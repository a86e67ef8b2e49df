import { Cubic } from './cubic';
import { FoursPlan } from './plan';

/** Works out the weights of a row's bicubic points once, for all planes. */
export function findCubicWeights(plan: FoursPlan, points: i32): void {
  for (let j = 0; j < points; j++) {
    v128.store(plan.weightX.at(4 * j), Cubic.weights(v128.load32_splat(plan.tx.at(j))));
    v128.store(plan.weightY.at(4 * j), Cubic.weights(v128.load32_splat(plan.ty.at(j))));
  }
}
