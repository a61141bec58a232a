import { api } from '../api/api.ts'
import { TextField } from '../form/fields.tsx'
import { SubmitRow } from '../form/SubmitRow.tsx'
import { useForm } from '../form/use-form.ts'
import { PageHead } from '../parts/PageHead.tsx'
import { router } from '../router/router.ts'
import { session } from '../state/session.ts'

export function SignIn() {
  const next = router.query.value.get('next') ?? ''
  const form = useForm('sign-in', { email: '', password: '' }, async (values) => {
    await api.signIn(values)
    await session.refresh()
    router.go(isOwnPath(next) ? next : '/overview')
  })
  return (
    <div class="narrow">
      <PageHead title="Sign in" />
      <form class="form" noValidate onSubmit={form.onSubmit}>
        <TextField form={form} name="email" label="E-mail" type="email" autocomplete="username" />
        <TextField form={form} name="password" label="Password" type="password" autocomplete="current-password" />
        <SubmitRow form={form} label="Sign in" testId="sign-in" />
      </form>
      <p class="quiet">
        New here? <a href="/sign-up">Create an account</a>
      </p>
    </div>
  )
}

/** Never follows an address that somebody else put into the link. */
function isOwnPath(url: string): boolean {
  return url.startsWith('/') && new URL(url, window.location.href).origin === window.location.origin
}
