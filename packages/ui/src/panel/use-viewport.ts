import { useEffect } from 'preact/hooks'

/** Keeps the panel inside what is left of a phone's screen when its keyboard is up. */
export function useViewport(element: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const viewport = window.visualViewport
    if (!viewport) return
    const fit = (): void => {
      const covered = window.innerHeight - viewport.height * viewport.scale > 1
      if (covered) element.current?.style.setProperty('--docent-viewport', `${viewport.height}px`)
      else element.current?.style.removeProperty('--docent-viewport')
    }
    viewport.addEventListener('resize', fit)
    return () => viewport.removeEventListener('resize', fit)
  }, [])
}
