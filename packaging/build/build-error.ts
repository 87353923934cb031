/** Something that a person can mend: the message says what is wrong and what to do. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}
