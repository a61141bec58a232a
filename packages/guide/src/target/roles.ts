/** Elements that have a role without saying so. A subset: what targets are made of. Others need an explicit `role`. */
const implicit: Readonly<Record<string, string>> = {
  button: 'button,summary,input:is([type=button],[type=submit],[type=reset],[type=image])',
  link: 'a[href],area[href]',
  textbox: 'textarea,input:is(:not([type]),[type=text],[type=email],[type=tel],[type=url])',
  searchbox: 'input[type=search]',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  combobox: 'select:not([multiple])',
  heading: 'h1,h2,h3,h4,h5,h6',
  img: 'img',
  navigation: 'nav',
  row: 'tr',
  listitem: 'li',
  dialog: 'dialog',
}

/** A selector for every element with this role, explicit or implicit. */
export function selectorOf(role: string): string {
  const explicit = `[role="${role.replace(/["\\]/g, '')}"]`
  const own = implicit[role]
  return own ? `${explicit},:is(${own}):not([role])` : explicit
}

/** The role of an element, explicit or implicit, as far as {@link selectorOf} would find it by that. */
export function roleOf(element: Element): string | undefined {
  const explicit = element.getAttribute('role')?.trim().split(/\s+/)[0]
  return explicit || Object.keys(implicit).find((role) => element.matches(implicit[role] ?? ''))
}
