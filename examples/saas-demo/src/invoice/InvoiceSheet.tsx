import { countryName } from '../../shared/countries.ts'
import { formatDay } from '../../shared/dates.ts'
import { formatIban } from '../../shared/iban.ts'
import { invoiceTotals, lineNetCents } from '../../shared/invoice-totals.ts'
import { formatMoney } from '../../shared/money.ts'
import type { Client, Company, Invoice, Parties } from '../../shared/records.ts'
import { chooseVat, vatNote } from '../../shared/vat-choice.ts'
import { CompanyMark } from '../parts/CompanyMark.tsx'

type Shown = Pick<Invoice, 'number' | 'issuedOn' | 'dueOn' | 'lines' | 'note'>

interface InvoiceSheetProps {
  readonly company: Parties['seller']
  readonly client: Parties['client']
  readonly invoice: Shown
}

/** The invoice as it is printed: the paper stays white in the dark. */
export function InvoiceSheet({ company, client, invoice }: InvoiceSheetProps) {
  const totals = invoiceTotals(invoice.lines)
  const isWithoutVat = totals.vat.every((group) => group.rate === 0)
  const lawNote = isWithoutVat ? vatNote(chooseVat(company, client).reason) : undefined
  return (
    <article class="sheet" aria-label={`Invoice ${invoice.number}`}>
      <header class="sheet-head">
        <CompanyMark company={company} isLarge />
        <Party {...company} />
        <div class="sheet-number">
          <p class="sheet-title">Invoice {invoice.number}</p>
          <p>Dated {formatDay(invoice.issuedOn, 0)}</p>
          <p>
            <strong>Due {formatDay(invoice.dueOn, 0)}</strong>
          </p>
        </div>
      </header>
      <div class="sheet-client">
        <p class="sheet-label">For</p>
        <Party {...client} />
      </div>
      <Lines invoice={invoice} />
      <dl class="sheet-totals">
        <dt>Net</dt>
        <dd>{formatMoney(totals.netCents)}</dd>
        {totals.vat.map(({ rate, vatCents }) => [
          <dt key={`t${rate}`}>VAT {rate}%</dt>,
          <dd key={`d${rate}`}>{formatMoney(vatCents)}</dd>,
        ])}
        <dt class="sheet-due">To pay</dt>
        <dd class="sheet-due">{formatMoney(totals.totalCents)}</dd>
      </dl>
      {lawNote && <p class="sheet-note">{lawNote}</p>}
      {invoice.note && <p class="sheet-note">{invoice.note}</p>}
      <footer class="sheet-foot">
        {company.iban ? (
          <Payment {...company} />
        ) : (
          'No bank account yet. Add one in Settings before you send this invoice.'
        )}
      </footer>
    </article>
  )
}

function Party({ name, address, country, vatNumber }: Pick<Client, 'name' | 'address' | 'country' | 'vatNumber'>) {
  return (
    <address class="party">
      <strong>{name}</strong>
      {address && <span class="party-address">{address}</span>}
      {country && <span>{countryName(country)}</span>}
      {vatNumber && <span>VAT {vatNumber}</span>}
    </address>
  )
}

function Payment({ accountHolder, iban, bic }: Pick<Company, 'accountHolder' | 'iban' | 'bic'>) {
  return (
    <>
      Pay to {accountHolder}, <span class="number">{formatIban(iban)}</span>
      {bic && `, BIC ${bic}`}
    </>
  )
}

function Lines({ invoice }: { readonly invoice: Shown }) {
  return (
    <table class="sheet-lines">
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col" class="end">
            Quantity
          </th>
          <th scope="col" class="end">
            Price
          </th>
          <th scope="col" class="end">
            VAT
          </th>
          <th scope="col" class="end">
            Net
          </th>
        </tr>
      </thead>
      <tbody>
        {invoice.lines.map((line, index) => (
          <tr key={index}>
            <td>{line.description}</td>
            <td class="end">{line.quantity}</td>
            <td class="end">{formatMoney(line.unitCents)}</td>
            <td class="end">{line.vatRate}%</td>
            <td class="end">{formatMoney(lineNetCents(line))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
