import { expect, it, vi } from 'vitest';
import { openGraph } from '../../../src/extract/encode/session.ts';

vi.mock('onnxruntime-node', () => {
  throw new Error('Cannot find package');
});

it('tells how to install what the encoder runs on where it is missing', async () => {
  await expect(openGraph('models/reader.onnx')).rejects.toMatchObject({
    code: 'SETTING',
    message: expect.stringMatching(
      /ONNXRUNTIME_NODE_INSTALL=skip npm install onnxruntime-node@\d+\.\d+\.\d+.*reader rules/u,
    ),
  });
});
