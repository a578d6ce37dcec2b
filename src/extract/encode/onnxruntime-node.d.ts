/** Both packages have one interface, and only this one may be missing. */
declare module 'onnxruntime-node' {
  export * from 'onnxruntime-web';
}
