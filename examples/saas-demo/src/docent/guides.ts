/** Tours and tips of Paperlane. Short tooltips stand in the markup itself, as `data-docent-tip`. */
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
] as const

export const tips = [
  {
    id: 'due-date',
    target: [{ testId: 'invoice-due' }, { label: 'Due date' }],
    text: 'Your days to pay after the invoice date. Set them for all new invoices in Settings, Invoicing.',
  },
] as const
