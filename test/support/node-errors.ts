import { types } from 'node:util';

/**
 * Import this first in a test whose product code asks `error instanceof Error` of errors that Node itself made (files, sockets).
 * Jest runs tests in a realm of their own, where such errors are of another `Error`; in the product there is only one.
 */
const ordinary = Function.prototype[Symbol.hasInstance];
Object.defineProperty(Error, Symbol.hasInstance, {
  configurable: true,
  value(this: unknown, value: unknown): boolean {
    return ordinary.call(this as never, value) || (this === Error && types.isNativeError(value));
  },
});
