/** When a snoozed conversation can come back. Mornings are 9:00 on the agent's clock. */
export interface SnoozeTimes {
  readonly later: number
  readonly tomorrow: number
  readonly monday: number
  readonly nextWeek: number
}

const hourMs = 60 * 60_000
const morningHour = 9

export function snoozeTimes(now: number): SnoozeTimes {
  const morningIn = (days: number): number => {
    const date = new Date(now)
    date.setDate(date.getDate() + days)
    return date.setHours(morningHour, 0, 0, 0)
  }
  const daysToMonday = (8 - new Date(now).getDay()) % 7 || 7
  return { later: now + 3 * hourMs, tomorrow: morningIn(1), monday: morningIn(daysToMonday), nextWeek: morningIn(7) }
}
