/** Two soft tones, a fifth apart. Made, not loaded; silent where the browser lets pages that were not touched make no sound. */
export function playChime(): void {
  const audio = new AudioContext()
  const loudness = audio.createGain()
  loudness.connect(audio.destination)
  for (const [index, hertz] of [587, 880].entries()) {
    const at = audio.currentTime + index * 0.12
    const tone = audio.createOscillator()
    tone.frequency.value = hertz
    tone.connect(loudness)
    loudness.gain.setValueAtTime(0.0001, at)
    loudness.gain.exponentialRampToValueAtTime(0.12, at + 0.02)
    loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.4)
    tone.start(at)
    tone.stop(at + 0.4)
    if (index === 1) tone.onended = () => void audio.close()
  }
}
