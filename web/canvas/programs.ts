import { createEdgeCurveProgram } from '@sigma/edge-curve';
import { createNodeBorderProgram } from '@sigma/node-border';
import { createNodeImageProgram } from '@sigma/node-image';
import {
  createEdgeArrowProgram,
  createNodeCompoundProgram,
  EdgeLineProgram,
  type EdgeProgramType,
  type NodeProgramType,
} from 'sigma/rendering';

const ARROW = { lengthToThicknessRatio: 4, widenessToThicknessRatio: 3 };

/** How sigma draws nodes and edges: arrows for single edges, bent ones for parallels, plain lines where there are many. */
export function programs() {
  return {
    nodeProgramClasses: { entity: withoutPicking(nodeProgram()) },
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

/** A disc with a ring around it and the type's pictogram on it. */
function nodeProgram(): NodeProgramType {
  const disc = createNodeBorderProgram({
    borders: [
      { size: { value: 1.6, mode: 'pixels' }, color: { attribute: 'ring' } },
      { size: { fill: true }, color: { attribute: 'color' } },
    ],
  });
  const pictogram = createNodeImageProgram({
    drawingMode: 'color',
    colorAttribute: 'pictogramColor',
    imageAttribute: 'pictogram',
    padding: 0.24,
    size: { mode: 'force', value: 96 },
    keepWithinCircle: true,
    debounceTimeout: 60,
  });
  return createNodeCompoundProgram([disc, pictogram]);
}

/** The same program, which does not draw every node once more in the colours that sigma picks by. */
function withoutPicking(Program: NodeProgramType): NodeProgramType {
  return class extends Program {
    constructor(...[context, , renderer]: ConstructorParameters<NodeProgramType>) {
      super(context, null, renderer);
    }
  };
}
