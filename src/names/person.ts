const COMMON_LENGTH = 2;

/** Whether few people have a name: one of two letters (王伟, and 马克 for any Mark) has namesakes in any news. */
export function isRarePerson(name: string): boolean {
  return name.length > COMMON_LENGTH;
}
