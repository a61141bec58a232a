/** A document with something of everything that is named from elsewhere in it. */
export const document = {
  version: 1,
  targets: { new: [{ testId: 'new' }, { role: 'button', name: 'New invoice' }] },
  tours: [
    {
      id: 'first',
      when: { kind: 'target', target: { ref: 'new' } },
      steps: [
        {
          id: 'new',
          target: { ref: 'new' },
          title: 'Your first invoice',
          text: 'Press it.',
          advance: { kind: 'click' },
        },
        {
          ...{ id: 'how', kind: 'question', title: 'How was it?', text: 'One press.' },
          question: { kind: 'choice', options: ['Well', 'Badly'] },
          next: [{ answer: 'Well' }],
        },
      ],
    },
  ],
  tips: [{ id: 'due', target: '#due', text: 'Days to pay' }],
  nudges: [
    { id: 'stuck', when: { kind: 'struggle' }, text: 'Can we help?', action: { kind: 'chat', text: 'I am stuck' } },
  ],
  checklists: [
    {
      id: 'setup',
      title: 'Set up',
      tasks: [
        {
          ...{ id: 'first', title: 'Write an invoice', doneWhen: { kind: 'event', name: 'invoice_created' } },
          help: { kind: 'guide', id: 'first', label: 'Show me' },
        },
      ],
    },
  ],
  translations: {
    lv: { 'tours/first/steps/new/title': 'Pirmais rēķins', 'tours/first/steps/how/question/options/0': 'Labi' },
  },
}
