/** The version of the library. */
export const VERSION = '0.1.0';
