import { NodeProgram } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { ENTITY_TYPES } from '../../src/model/entity.ts';
import { PICTOGRAMS } from '../ui/icons.tsx';

/** The side of a pictogram in the atlas, in pixels; with one for each type both sides are powers of two. */
const CELL = 128;

/** The radius of a disc that its pictogram fills, and the radius in pixels from which it can be told. */
const [FILLED, TOLD_FROM] = [0.52, 6];

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute vec4 a_color;
attribute vec4 a_ring;
attribute vec4 a_sign;
attribute float a_pictogram;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec2 v_away;
varying float v_radius;
varying float v_told;
varying float v_pictogram;
varying vec4 v_color;
varying vec4 v_ring;
varying vec4 v_sign;

void main() {
  // A triangle around the disc: its corners are two radii away.
  float size = a_size * u_correctionRatio / u_sizeRatio * 4.0;
  v_away = size * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + v_away, 1)).xy, 0, 1);
  v_radius = size / 2.0;
  v_told = step(${TOLD_FROM}.0, a_size / u_sizeRatio);
  v_pictogram = a_pictogram;
  v_color = a_color;
  v_ring = a_ring;
  v_sign = a_sign;
}`;

const FRAGMENT = /* glsl */ `
precision highp float;
uniform sampler2D u_atlas;
uniform float u_correctionRatio;
varying vec2 v_away;
varying float v_radius;
varying float v_told;
varying float v_pictogram;
varying vec4 v_color;
varying vec4 v_ring;
varying vec4 v_sign;

void main() {
  float pixel = 2.0 * u_correctionRatio;
  float far = length(v_away);
  vec2 at = v_away / (v_radius * ${FILLED});
  vec2 cell = clamp(0.5 + 0.5 * vec2(at.x, -at.y), 0.0, 1.0);
  float sign = texture2D(u_atlas, vec2((v_pictogram + cell.x) / ${ENTITY_TYPES.length}.0, cell.y)).a;
  float inside = v_told * step(max(abs(at.x), abs(at.y)), 1.0);
  vec4 disc = mix(v_color, v_sign, sign * inside);
  disc = mix(disc, v_ring, smoothstep(v_radius - 1.8 * pixel, v_radius - 0.8 * pixel, far));
  gl_FragColor = mix(disc, vec4(0.0), smoothstep(v_radius - pixel, v_radius, far));
}`;

const UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_correctionRatio', 'u_atlas'] as const;
const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const THIRD = (2 * Math.PI) / 3;

/** What a node is drawn from: `ring` and `sign` are colours, `pictogram` a position in ENTITY_TYPES. */
export interface Disc {
  readonly ring: string;
  readonly sign: string;
  readonly pictogram: number;
}

/** Draws nodes: a disc with a ring around it and, where there is room, the type's pictogram on it, all in one pass. */
export class DiscProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  readonly #atlas: WebGLTexture | null;

  constructor(...[gl, , renderer]: ConstructorParameters<typeof NodeProgram>) {
    // Without a buffer to pick from: what is under the mouse is reckoned, see mouse.ts.
    super(gl, null, renderer);
    this.#atlas = toTexture(gl);
  }

  getDefinition() {
    const colour = { size: 4, type: UNSIGNED_BYTE, normalized: true };
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_color', ...colour },
        { name: 'a_ring', ...colour },
        { name: 'a_sign', ...colour },
        { name: 'a_pictogram', size: 1, type: FLOAT },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [THIRD], [2 * THIRD]],
    };
  }

  processVisibleItem(_index: number, start: number, data: NodeDisplayData & Partial<Disc>) {
    const { x, y, size, color, ring = color, sign = color, pictogram = 0 } = data;
    this.array.set([x, y, size, floatColor(color), floatColor(ring), floatColor(sign), pictogram], start);
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: Parameters<NodeProgram['setUniforms']>[1]) {
    const { u_matrix, u_sizeRatio, u_correctionRatio, u_atlas } = uniformLocations;
    gl.uniformMatrix3fv(u_matrix ?? null, false, params.matrix);
    gl.uniform1f(u_sizeRatio ?? null, params.sizeRatio);
    gl.uniform1f(u_correctionRatio ?? null, params.correctionRatio);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#atlas);
    gl.uniform1i(u_atlas ?? null, 0);
  }
}

/** All pictograms side by side, in the order of ENTITY_TYPES. */
function toTexture(gl: WebGLRenderingContext | WebGL2RenderingContext): WebGLTexture | null {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [CELL * ENTITY_TYPES.length, CELL];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  ENTITY_TYPES.forEach((type, at) => {
    context?.setTransform(CELL / 24, 0, 0, CELL / 24, at * CELL, 0);
    context?.fill(new Path2D(PICTOGRAMS[type]), 'evenodd');
  });
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, canvas);
  gl.generateMipmap(gl.TEXTURE_2D);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
  return texture;
}
