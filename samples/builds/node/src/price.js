/** A price in cents, with a discount in percent taken off and rounded half up. */
export function discounted(cents, percent) {
  if (!Number.isInteger(cents) || cents < 0) throw new RangeError(`${cents} is no price in cents`);
  return Math.round((cents * (100 - percent)) / 100);
}
