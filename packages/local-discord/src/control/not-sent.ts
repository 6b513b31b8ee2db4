/** What Discord's own client would refuse to send, with the reason a person is shown. */
export class NotSent extends Error {
  override name = 'NotSent';
}
