/** Every call the pages make, with its types. */
import type { Day } from '../../shared/dates.ts'
import type { PlanId } from '../../shared/plans.ts'
import type {
  ApiToken,
  Client,
  ClientInput,
  Company,
  Invitation,
  Invoice,
  InvoiceInput,
  Person,
  Receipt,
  Role,
  Session,
} from '../../shared/records.ts'
import { request } from './request.ts'

type GrantedRole = Exclude<Role, 'owner'>

export const api = {
  session: () => request<{ session: Session | null }>('GET', '/session'),
  signUp: (input: { name: string; email: string; company: string; password: string }) =>
    request<{ session: Session }>('POST', '/sign-up', input),
  signIn: (input: { email: string; password: string }) => request('POST', '/sign-in', input),
  signOut: () => request('POST', '/sign-out'),
  docentToken: () => request<{ token: string }>('GET', '/docent-token'),

  clients: () => request<{ clients: Client[] }>('GET', '/clients'),
  client: (id: string) => request<{ client: Client }>('GET', `/clients/${id}`),
  createClient: (input: ClientInput) => request<{ client: Client }>('POST', '/clients', input),
  updateClient: (id: string, input: ClientInput) => request<{ client: Client }>('PATCH', `/clients/${id}`, input),
  deleteClient: (id: string) => request('DELETE', `/clients/${id}`),

  invoices: () => request<{ invoices: Invoice[] }>('GET', '/invoices'),
  invoice: (id: string) => request<{ invoice: Invoice }>('GET', `/invoices/${id}`),
  createInvoice: (input: InvoiceInput) => request<{ invoice: Invoice }>('POST', '/invoices', input),
  updateInvoice: (id: string, input: InvoiceInput) => request<{ invoice: Invoice }>('PATCH', `/invoices/${id}`, input),
  deleteInvoice: (id: string) => request('DELETE', `/invoices/${id}`),
  duplicateInvoice: (id: string) => request<{ invoice: Invoice }>('POST', `/invoices/${id}/duplicate`),
  setInvoiceStatus: (id: string, step: 'send' | 'pay' | 'unpay', on: Day) =>
    request<{ invoice: Invoice }>('POST', `/invoices/${id}/${step}`, { on }),

  members: () => request<{ people: Person[]; invitations: Invitation[] }>('GET', '/members'),
  invite: (input: { email: string; role: GrantedRole }) =>
    request<{ invitation: Invitation }>('POST', '/members/invitations', input),
  withdrawInvitation: (id: string) => request('DELETE', `/members/invitations/${id}`),
  changeRole: (id: string, role: GrantedRole) => request('PATCH', `/members/${id}`, { role }),
  removeMember: (id: string) => request('DELETE', `/members/${id}`),
  invitation: (token: string) =>
    request<{ email: string; company: string; role: GrantedRole }>('GET', `/invitations/${token}`),
  acceptInvitation: (token: string, input: { name: string; password: string }) =>
    request('POST', `/invitations/${token}`, input),

  receipts: () => request<{ receipts: Receipt[] }>('GET', '/billing/receipts'),
  choosePlan: (plan: PlanId) => request<{ company: Company; receipt: Receipt }>('POST', '/billing/plan', { plan }),

  saveDetails: (input: object) => request<{ company: Company }>('PUT', '/company/details', input),
  saveInvoicing: (input: object) => request<{ company: Company }>('PUT', '/company/invoicing', input),
  saveBankAccount: (input: object) => request<{ company: Company }>('PUT', '/company/bank-account', input),
  resetCompany: (confirm: string) => request<{ company: Company }>('POST', '/company/reset', { confirm }),

  tokens: () => request<{ tokens: ApiToken[] }>('GET', '/tokens'),
  createToken: (name: string) => request<{ token: ApiToken; secret: string }>('POST', '/tokens', { name }),
  removeToken: (id: string) => request('DELETE', `/tokens/${id}`),
}
