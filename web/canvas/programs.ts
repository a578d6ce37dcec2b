import { createEdgeCurveProgram } from '@sigma/edge-curve';
import { EdgeLineProgram, type EdgeProgramType } from 'sigma/rendering';
import { DiscProgram } from './disc.ts';

/** How sigma draws nodes and edges: lines, bent where there are parallels. Their heads are painted where somebody is near enough to see them. */
export function programs() {
  return {
    nodeProgramClasses: { entity: DiscProgram },
    edgeProgramClasses: {
      straight: EdgeLineProgram,
      bent: createEdgeCurveProgram({ curvatureAttribute: 'bend' }) as EdgeProgramType,
    },
  };
}
