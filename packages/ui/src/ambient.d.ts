/** Styles as text: vite and the build both answer `?inline` with the (minified) text of the sheet. */
declare module '*.css?inline' {
  const styles: string
  export default styles
}
