/** The way from a new account to the first invoice. Tasks tick themselves when the thing is really done. */
export const checklists = [
  {
    id: 'setup',
    title: 'Set up Paperlane',
    description: 'Five short tasks to your first invoice.',
    when: { kind: 'attr', where: { role: { $in: ['owner', 'admin'] } } },
    badge: 'In business',
    milestones: [
      {
        id: 'payable',
        title: 'Your clients can pay you',
        after: ['client', 'bank-account'],
        badge: 'Ready to be paid',
      },
    ],
    tasks: [
      {
        id: 'company',
        title: 'Add your company details',
        points: 15,
        text: 'Address and country stand on every invoice. The country sets your VAT.',
        minutes: 2,
        doneWhen: doneBy('company_details_added', { hasCompanyDetails: true }),
        action: { kind: 'page', url: '/settings/company', label: 'Add details' },
        help: { kind: 'article', id: 'company-details', label: 'What is needed' },
      },
      {
        id: 'client',
        title: 'Add a client',
        points: 15,
        text: 'A name and a country are enough. You can add the rest later.',
        minutes: 1,
        required: true,
        doneWhen: doneBy('client_created', { clients: { $gte: 1 } }),
        action: { kind: 'page', url: '/clients/new', label: 'Add client' },
      },
      {
        id: 'bank-account',
        title: 'Add your bank account',
        points: 20,
        text: 'The IBAN is enough. It is printed on your invoices and takes 2 minutes.',
        minutes: 2,
        required: true,
        doneWhen: doneBy('bank_account_added', { hasBankAccount: true }),
        action: { kind: 'page', url: '/settings/bank-account', label: 'Add account' },
        help: { kind: 'article', id: 'bank-account', label: 'Why it is needed' },
      },
      {
        id: 'first-invoice',
        title: 'Create your first invoice',
        points: 40,
        text: 'Choose the client and add one line. VAT and due date are filled in.',
        minutes: 3,
        required: true,
        requires: ['client', 'bank-account'],
        doneWhen: doneBy('invoice_created', { invoices: { $gte: 1 } }),
        action: { kind: 'page', url: '/invoices/new', label: 'New invoice' },
        help: { kind: 'guide', id: 'first-invoice', label: 'Show me how' },
      },
      {
        id: 'invite',
        title: 'Invite a colleague',
        points: 10,
        text: 'They get a link from you and choose their own password.',
        minutes: 1,
        doneWhen: doneBy('member_invited', { members: { $gte: 2 } }),
        action: { kind: 'page', url: '/members', label: 'Invite' },
      },
    ],
  },
] as const

/** At once by the event; on another device, or when it was done before, by what the account says. */
function doneBy<Where extends object>(event: string, where: Where) {
  return {
    kind: 'any',
    of: [
      { kind: 'event', name: event },
      { kind: 'attr', where },
    ],
  } as const
}
