import { api } from '../api/api.ts'
import { TextField } from '../form/fields.tsx'
import { SubmitRow } from '../form/SubmitRow.tsx'
import { useForm } from '../form/use-form.ts'
import { Loading } from '../parts/Loading.tsx'
import { PageHead } from '../parts/PageHead.tsx'
import { router } from '../router/router.ts'
import { session } from '../state/session.ts'
import { useLoad } from '../state/use-load.ts'

/** What an invited colleague sees behind the link. */
export function Join({ token }: { readonly token: string }) {
  const invitation = useLoad(() => api.invitation(token), token)
  const form = useForm('join', { name: '', password: '' }, async (values) => {
    await api.acceptInvitation(token, values)
    await session.refresh()
    router.go('/overview')
  })
  return (
    <div class="narrow">
      <Loading loaded={invitation}>
        {({ company, email }) => (
          <>
            <PageHead title={`Join ${company}`} />
            <p class="quiet">You were invited as {email}.</p>
            <form class="form" noValidate onSubmit={form.onSubmit}>
              <TextField form={form} name="name" label="Your name" autocomplete="name" />
              <TextField
                form={form}
                name="password"
                label="Password"
                type="password"
                autocomplete="new-password"
                hint="At least 10 characters."
              />
              <SubmitRow form={form} label={`Join ${company}`} testId="join" />
            </form>
          </>
        )}
      </Loading>
    </div>
  )
}
