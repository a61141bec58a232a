/** What is read only where a checklist has points, badges or milestones. */
export const rewardMessages = {
  points: '{points} of {most} points',
  milestone: 'Milestone reached: {title}',
  earned: 'earned',
  open: 'not earned yet',
} as const
