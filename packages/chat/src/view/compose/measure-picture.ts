import type { DraftFile } from '../../drafts.ts'

/** With the size of a picture, so that the thread does not jump when it comes. */
export async function measurePicture(draft: DraftFile): Promise<DraftFile> {
  if (!draft.file.type.startsWith('image/')) return draft
  try {
    const bitmap = await createImageBitmap(draft.file)
    const { width, height } = bitmap
    bitmap.close()
    return { ...draft, part: { ...draft.part, widthPx: width, heightPx: height } }
  } catch {
    // Not a picture that this browser draws: it goes as a file.
    return draft
  }
}
