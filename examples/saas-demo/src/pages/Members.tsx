import { useSignal } from '@preact/signals'
import type { Invitation, Person } from '../../shared/records.ts'
import { api } from '../api/api.ts'
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx'
import { CopyButton } from '../parts/CopyButton.tsx'
import { Loading } from '../parts/Loading.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { requireSession, session } from '../state/session.ts'
import { trouble } from '../state/trouble.ts'
import { useLoad } from '../state/use-load.ts'
import { InviteForm } from './InviteForm.tsx'

export function Members() {
  const loaded = useLoad(api.members, '')
  const mayManage = requireSession().person.role !== 'member'
  const reload = async () => {
    await Promise.all([loaded.reload(), session.refresh()])
  }
  return (
    <>
      <PageHead title="Members" />
      {mayManage ? (
        <InviteForm onInvited={reload} />
      ) : (
        <p class="quiet">The owner and admins invite and remove members.</p>
      )}
      <Loading loaded={loaded}>
        {({ people, invitations }) => (
          <>
            <PeopleTable people={people} mayManage={mayManage} onChanged={reload} />
            {invitations.length > 0 && (
              <Invitations invitations={invitations} mayManage={mayManage} onChanged={reload} />
            )}
          </>
        )}
      </Loading>
    </>
  )
}

interface Managed {
  readonly mayManage: boolean
  readonly onChanged: () => Promise<void>
}

function PeopleTable({ people, mayManage, onChanged }: Managed & { readonly people: readonly Person[] }) {
  const removing = useSignal<Person | undefined>(undefined)
  return (
    <>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">E-mail</th>
            <th scope="col">Role</th>
            <th scope="col">
              <span class="hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              <td>{person.email}</td>
              <td>
                {mayManage && person.role !== 'owner' ? (
                  <RoleSelect person={person} onChanged={onChanged} />
                ) : (
                  roleNames[person.role]
                )}
              </td>
              <td class="end">
                {mayManage && person.role !== 'owner' && (
                  <button class="button small" type="button" onClick={() => (removing.value = person)}>
                    Remove<span class="hidden"> {person.name}</span>
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {removing.value && (
        <RemoveDialog person={removing.value} onChanged={onChanged} onClose={() => (removing.value = undefined)} />
      )}
    </>
  )
}

const roleNames = { owner: 'Owner', admin: 'Admin', member: 'Member' } as const

function RoleSelect({ person, onChanged }: { readonly person: Person; readonly onChanged: () => Promise<void> }) {
  const change = (role: string) =>
    trouble.attempt(async () => {
      await api.changeRole(person.id, role === 'admin' ? 'admin' : 'member').finally(onChanged)
    })
  return (
    <select
      class="small"
      aria-label={`Role of ${person.name}`}
      value={person.role}
      onChange={(event) => change(event.currentTarget.value)}
    >
      <option value="admin">Admin</option>
      <option value="member">Member</option>
    </select>
  )
}

function RemoveDialog(props: {
  readonly person: Person
  readonly onChanged: () => Promise<void>
  readonly onClose: () => void
}) {
  const { person, onChanged, onClose } = props
  const remove = async () => {
    await api.removeMember(person.id)
    await onChanged()
  }
  return (
    <ConfirmDialog title={`Remove ${person.name}?`} confirm="Remove member" onConfirm={remove} onClose={onClose}>
      <p>They are signed out at once and their API tokens stop working. Their clients and invoices stay.</p>
    </ConfirmDialog>
  )
}

function Invitations({ invitations, mayManage, onChanged }: Managed & { readonly invitations: readonly Invitation[] }) {
  const withdraw = (id: string) =>
    trouble.attempt(async () => {
      await api.withdrawInvitation(id)
      await onChanged()
    })
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations">Invited</h2>
      <p class="quiet intro">Send each person their link. It works once.</p>
      <ul class="rows">
        {invitations.map(({ id, email, role, path }) => (
          <li key={id}>
            <span class="grow">
              {email} <span class="tag">{roleNames[role]}</span>
            </span>
            {mayManage && (
              <span class="row-actions">
                <CopyButton
                  text={new URL(path, window.location.origin).href}
                  label="Copy link"
                  about={`for ${email}`}
                />
                <button class="button small" type="button" onClick={() => withdraw(id)}>
                  Withdraw<span class="hidden"> the invitation of {email}</span>
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
