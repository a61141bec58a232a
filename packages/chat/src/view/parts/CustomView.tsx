import type { CustomPart } from '@docent/protocol'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { ViewContext } from '../view-context.ts'

/** A part that the host's own code draws; its words where there is no such code, or it failed. */
export const CustomView = ({ view, part }: { view: ViewContext; part: CustomPart }) => {
  const container = useRef<HTMLDivElement | null>(null)
  const failed = useSignal(false)
  const { parts = {} } = view.options
  const draw = Object.hasOwn(parts, part.name) ? parts[part.name] : undefined
  useEffect(() => {
    if (!container.current || !draw) return
    try {
      return draw(part.data, container.current) ?? undefined
    } catch (error) {
      view.context.report(error)
      failed.value = true
    }
  }, [draw, part])
  return draw && !failed.value ? <div ref={container} /> : <p>{part.fallback}</p>
}
