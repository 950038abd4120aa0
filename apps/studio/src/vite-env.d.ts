/// <reference types="vite/client" />

declare module 'virtual:node-faces' {
  /** What a node looks like in a list, by its kind. */
  export const faces: Readonly<
    Record<
      string,
      {
        readonly title: { readonly zh: string; readonly en: string }
        readonly icon: string
        readonly family: import('@millrace/nodes').Family
      }
    >
  >
}
