/** Styles of the page: vite puts them into one file beside the script. */
declare module '*.css' {}
