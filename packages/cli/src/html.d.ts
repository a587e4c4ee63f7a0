/** A page that the build takes in as text. */
declare module '*.html' {
  const text: string;
  export { text as default };
}
