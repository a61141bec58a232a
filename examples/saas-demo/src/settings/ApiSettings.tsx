import { useSignal } from '@preact/signals'
import { formatDay, today } from '../../shared/dates.ts'
import type { ApiToken } from '../../shared/records.ts'
import { api } from '../api/api.ts'
import { TextField } from '../form/fields.tsx'
import { SubmitRow } from '../form/SubmitRow.tsx'
import { useForm } from '../form/use-form.ts'
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx'
import { CopyButton } from '../parts/CopyButton.tsx'
import { Loading } from '../parts/Loading.tsx'
import { useLoad } from '../state/use-load.ts'

export function ApiSettings() {
  const loaded = useLoad(api.tokens, '')
  const secret = useSignal<string | undefined>(undefined)
  const form = useForm('token', { name: '' }, async ({ name }) => {
    secret.value = (await api.createToken(name)).secret
    await loaded.reload()
    form.set({ name: '' })
  })
  return (
    <>
      <p class="quiet intro">
        A token lets a script do what you can do with clients and invoices. It acts in your name.
      </p>
      <form class="form inline-form" noValidate onSubmit={form.onSubmit}>
        <TextField form={form} name="name" label="Name of the token" placeholder="Shop" autocomplete="off" />
        <SubmitRow form={form} label="Create token" done="Created" testId="create-token" />
      </form>
      {secret.value && (
        <div class="notice" role="status">
          <p>Copy the token now. It is shown this once.</p>
          <code class="secret" data-testid="token-secret">
            {secret.value}
          </code>
          <CopyButton text={secret.value} label="Copy token" about="" />
        </div>
      )}
      <Loading loaded={loaded}>{({ tokens }) => <Tokens tokens={tokens} onRemoved={loaded.reload} />}</Loading>
    </>
  )
}

function Tokens({
  tokens,
  onRemoved,
}: {
  readonly tokens: readonly ApiToken[]
  readonly onRemoved: () => Promise<void>
}) {
  const removing = useSignal<ApiToken | undefined>(undefined)
  if (tokens.length === 0) return null
  const remove = async (token: ApiToken) => {
    await api.removeToken(token.id)
    await onRemoved()
  }
  return (
    <section aria-labelledby="tokens">
      <h2 id="tokens">Your tokens</h2>
      <ul class="rows">
        {tokens.map((token) => (
          <li key={token.id}>
            <span class="grow">
              {token.name}{' '}
              <span class="faint">
                ends in {token.lastFour}, created on {formatDay(today(new Date(token.createdAt)))}
              </span>
            </span>
            <button class="button small" type="button" onClick={() => (removing.value = token)}>
              Remove<span class="hidden"> token {token.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {removing.value && (
        <RemoveDialog token={removing.value} onRemove={remove} onClose={() => (removing.value = undefined)} />
      )}
    </section>
  )
}

interface RemoveDialogProps {
  readonly token: ApiToken
  readonly onRemove: (token: ApiToken) => Promise<void>
  readonly onClose: () => void
}

function RemoveDialog({ token, onRemove, onClose }: RemoveDialogProps) {
  return (
    <ConfirmDialog
      title={`Remove token ${token.name}?`}
      confirm="Remove token"
      onConfirm={() => onRemove(token)}
      onClose={onClose}
    >
      <p>Whatever uses it stops working at once.</p>
    </ConfirmDialog>
  )
}
