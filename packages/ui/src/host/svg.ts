const namespace = 'http://www.w3.org/2000/svg'

/** An SVG element without markup, for what is drawn before the renderer is there. */
export function svg(name: string, attributes: Readonly<Record<string, string>>, ...children: Element[]): SVGElement {
  const element = document.createElementNS(namespace, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}
