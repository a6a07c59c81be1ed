/**
 * Something outside the program is wrong (a folder, a port, a setting): the message is one whole
 * line that says what is wrong and what to do. The command line prints it without a stack trace.
 */
export class UserFacingError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'UserFacingError'
  }
}
