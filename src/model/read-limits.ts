/** What one document may cost while it is read. More than that, and it is set aside. */
export interface ReadLimits {
  /** Seconds from when its process begins with it. */
  readonly seconds: number;
  /** MB that its process may take in all. */
  readonly memory: number;
  /** MB that an archive may hold once it is unpacked. */
  readonly unpacked: number;
  /** Pages of a PDF. */
  readonly pages: number;
  /** Elements in each other. */
  readonly depth: number;
}

/** Far more than any newspaper or report takes. Browsers stop at 512 elements in each other. */
export const READ_LIMITS: ReadLimits = {
  seconds: 60,
  memory: 768,
  unpacked: 256,
  pages: 3000,
  depth: 256,
};
