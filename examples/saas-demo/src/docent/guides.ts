/** Tours, tips and notices of Paperlane. What stands beside one control is in the markup itself: `data-docent-tip`, `-term`, `-validate`, `-error`, `-confirm`. */
const isOwner = { kind: 'attr', where: { role: 'owner' } } as const

/** Whom it is for, and when: nothing here comes by itself before somebody has found their way, but for who struggles. */
export const tours = [
  {
    id: 'first-invoice',
    title: 'Your first invoice',
    steps: [
      {
        id: 'start',
        page: '/invoices',
        target: [{ testId: 'new-invoice' }, { role: 'link', name: 'New invoice' }],
        title: 'Write your first invoice',
        text: 'Every invoice begins here. Press New invoice.',
        placement: 'bottom',
        advance: { kind: 'page', path: '/invoices/new' },
      },
      {
        id: 'client',
        page: '/invoices/new',
        target: [{ testId: 'invoice-client' }, { label: 'Client' }],
        title: 'Choose the client',
        text: 'Their country decides the VAT of the lines. You can change it on every line.',
        placement: 'bottom',
        advance: { kind: 'button' },
      },
      {
        id: 'save',
        page: '/invoices/new',
        target: [{ testId: 'save-invoice' }, { role: 'button', name: 'Create draft' }],
        title: 'Describe the work, then create the draft',
        text: 'One line with a price is enough. Nothing is sent yet: you can edit a draft as often as you like.',
        placement: 'top',
        advance: { kind: 'event', name: 'invoice_created' },
      },
    ],
  },
  {
    id: 'recommend',
    title: 'How do you like Paperlane?',
    // Someone who has sent three invoices can tell.
    when: {
      kind: 'all',
      of: [
        { kind: 'attr', where: { sentInvoices: { $gte: 3 } } },
        { kind: 'page', path: '/overview' },
      ],
    },
    steps: [
      {
        id: 'score',
        kind: 'question',
        title: 'Would you recommend Paperlane?',
        text: 'To someone who writes invoices as you do.',
        question: { kind: 'rating', from: 0, to: 10, lowest: 'Not likely', highest: 'Very likely' },
        next: [{ to: 'missing', answer: { atMost: 8 } }, { to: 'thanks' }],
      },
      {
        id: 'missing',
        kind: 'question',
        title: 'What would make it better?',
        text: 'One sentence helps. We read every answer.',
        question: { kind: 'text' },
      },
      { id: 'thanks', title: 'Thank you', text: 'Your answer is with the people who build Paperlane.' },
    ],
  },
] as const

/** New to those who have invoices already; for the others all is new. Gone for good once it was used. */
export const hotspots = [
  {
    id: 'duplicate',
    target: [{ testId: 'duplicate' }, { role: 'button', name: 'Duplicate' }],
    when: { kind: 'attr', where: { invoices: { $gte: 2 } } },
    until: { kind: 'target', target: { testId: 'duplicate' }, is: 'clicked' },
    title: 'The same again?',
    text: 'Duplicate copies client and lines into a new draft, with today as its date.',
    action: { kind: 'article', id: 'duplicate-invoice', label: 'How it works' },
  },
] as const

export const banners = [
  {
    id: 'trial-ends',
    edge: 'top',
    when: { kind: 'all', of: [isOwner, { kind: 'attr', where: { plan: 'trial', trialDaysLeft: { $lte: 3 } } }] },
    until: { kind: 'event', name: 'plan_changed' },
    text: 'Your trial is in its last 3 days. Without a plan you go on with Starter; nothing is deleted.',
    action: { kind: 'page', url: '/billing', label: 'Compare plans' },
  },
] as const

/** Messages by the launcher. Both begin where the person is, and offer a way on. */
export const nudges = [
  {
    id: 'stuck',
    when: { kind: 'struggle', is: ['rage_click', 'repeated_error', 'repeated_empty_search'] },
    title: 'Not working as expected?',
    text: 'Tell us what you want to do. We see which page you are on.',
    answer: true,
    again: 'P14D',
  },
  {
    id: 'welcome-back',
    when: { kind: 'visit', is: 'returning', awayFor: 'P14D' },
    title: 'Good to see you again',
    text: 'Your invoices are as you left them. See which of them are overdue.',
    action: { kind: 'page', url: '/invoices?state=overdue', label: 'Overdue invoices' },
    again: 'P30D',
  },
] as const

export const tips = [
  {
    id: 'due-date',
    target: [{ testId: 'invoice-due' }, { label: 'Due date' }],
    text: 'Your days to pay after the invoice date. Set them for all new invoices in Settings, Invoicing.',
  },
] as const
