import { createEdgeCurveProgram } from '@sigma/edge-curve';
import { createEdgeArrowProgram, EdgeLineProgram, type EdgeProgramType } from 'sigma/rendering';
import { DiscProgram } from './disc.ts';

const ARROW = { lengthToThicknessRatio: 4, widenessToThicknessRatio: 3 };

/** How sigma draws nodes and edges: arrows for single edges, bent ones for parallels, plain lines where there are many. */
export function programs() {
  return {
    nodeProgramClasses: { entity: DiscProgram },
    edgeProgramClasses: {
      line: EdgeLineProgram,
      straight: createEdgeArrowProgram(ARROW),
      bent: createEdgeCurveProgram({
        curvatureAttribute: 'bend',
        arrowHead: { ...ARROW, extremity: 'target' },
      }) as EdgeProgramType,
    },
  };
}
