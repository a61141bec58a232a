import { useSignal } from '@preact/signals'
import { today } from '../../shared/dates.ts'
import type { Invoice } from '../../shared/records.ts'
import { api } from '../api/api.ts'
import { problemOf } from '../api/request.ts'
import { type ProductEvent, tellDocent } from '../docent/docent.ts'
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx'
import { router } from '../router/router.ts'
import { session } from '../state/session.ts'

interface InvoiceActionsProps {
  readonly invoice: Invoice
  readonly onChanged: () => Promise<void>
  readonly onFailed: (message: string | undefined) => void
}

/** What can be done with an invoice in its state; the next step of its life is the main button. */
export function InvoiceActions({ invoice, onChanged, onFailed }: InvoiceActionsProps) {
  const isDeleting = useSignal(false)
  const { id, status } = invoice
  const run = async (act: () => Promise<unknown>, event?: ProductEvent) => {
    try {
      onFailed(undefined)
      await act()
      await session.refresh()
      if (event) tellDocent.happened(event)
    } catch (error) {
      onFailed(problemOf(error).message)
    }
  }
  const step = (name: 'send' | 'pay' | 'unpay', event?: ProductEvent) =>
    run(async () => {
      await api.setInvoiceStatus(id, name, today())
      await onChanged()
    }, event)
  const duplicate = () =>
    run(async () => {
      const copy = await api.duplicateInvoice(id)
      router.go(`/invoices/${copy.invoice.id}/edit`)
    }, 'invoice_created')

  return (
    <>
      {status === 'draft' && <Action main label="Mark as sent" onClick={() => step('send', 'invoice_sent')} />}
      {status === 'sent' && <Action main label="Mark as paid" onClick={() => step('pay', 'invoice_paid')} />}
      {status === 'paid' && (
        <Action
          label="Mark as not paid"
          onClick={() => step('unpay')}
          confirm={`Take the payment of invoice ${invoice.number} back? It waits for payment again.`}
        />
      )}
      {status === 'draft' && (
        <a class="button" href={`/invoices/${id}/edit`}>
          Edit
        </a>
      )}
      <Action label="Duplicate" onClick={duplicate} tip="Makes a copy to edit" />
      <Action label="Print" onClick={() => window.print()} tip="Prints the sheet, or saves it as PDF" />
      {status !== 'paid' && <Action label="Delete" onClick={() => (isDeleting.value = true)} />}
      {isDeleting.value && <DeleteDialog invoice={invoice} onClose={() => (isDeleting.value = false)} />}
    </>
  )
}

interface ActionProps {
  readonly label: string
  readonly onClick: () => void
  readonly main?: boolean
  readonly tip?: string
  /** Asked first, by Docent; without it the button works at once. */
  readonly confirm?: string
}

function Action({ label, onClick, main, tip, confirm }: ActionProps) {
  const testId = label.toLowerCase().replaceAll(' ', '-')
  const attributes = {
    'data-testid': testId,
    ...(tip && { 'data-docent-tip': tip }),
    ...(confirm && { 'data-docent-confirm': confirm }),
  }
  return (
    <button class={main ? 'button primary' : 'button'} type="button" onClick={onClick} {...attributes}>
      {label}
    </button>
  )
}

function DeleteDialog({ invoice, onClose }: { readonly invoice: Invoice; readonly onClose: () => void }) {
  const remove = async () => {
    await api.deleteInvoice(invoice.id)
    await session.refresh()
    router.replace('/invoices')
  }
  return (
    <ConfirmDialog
      title={`Delete invoice ${invoice.number}?`}
      confirm="Delete invoice"
      onConfirm={remove}
      onClose={onClose}
    >
      <p>
        {invoice.status === 'sent' && `${invoice.clientName} may have it already. `}
        The number {invoice.number} is not used again, so your books show the gap.
      </p>
    </ConfirmDialog>
  )
}
