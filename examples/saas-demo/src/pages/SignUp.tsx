import { trialDays } from '../../shared/plans.ts'
import { api } from '../api/api.ts'
import { tellDocent } from '../docent/docent.ts'
import { TextField } from '../form/fields.tsx'
import { SubmitRow } from '../form/SubmitRow.tsx'
import { useForm } from '../form/use-form.ts'
import { PageHead } from '../parts/PageHead.tsx'
import { router } from '../router/router.ts'
import { session } from '../state/session.ts'

export function SignUp() {
  const form = useForm('sign-up', { name: '', email: '', company: '', password: '' }, async (values) => {
    await api.signUp(values)
    await session.refresh()
    tellDocent.happened('account_created')
    router.go('/overview')
  })
  return (
    <div class="narrow">
      <PageHead title="Create your account" />
      <p class="quiet">Everything in Pro for {trialDays} days. No card needed.</p>
      <form class="form" noValidate onSubmit={form.onSubmit}>
        <TextField form={form} name="name" label="Your name" autocomplete="name" />
        <TextField form={form} name="email" label="E-mail" type="email" autocomplete="email" />
        <TextField
          form={form}
          name="company"
          label="Company"
          autocomplete="organization"
          hint="As it stands on your invoices."
        />
        <TextField
          form={form}
          name="password"
          label="Password"
          type="password"
          autocomplete="new-password"
          hint="At least 10 characters."
        />
        <SubmitRow form={form} label="Create account" testId="create-account" />
      </form>
      <p class="quiet">
        You have an account? <a href="/sign-in">Sign in</a>
      </p>
    </div>
  )
}
