/** The fields that forms and API share, with the sentences people read when one of them does not fit. */
import { z } from 'zod'
import { findCountry } from '../shared/countries.ts'
import { isDay } from '../shared/dates.ts'
import { ibanProblem, tidyIban } from '../shared/iban.ts'
import { tidyVatNumber } from '../shared/vat-number.ts'

export function requiredText(missing: string, maxLength = 120) {
  return z.string({ error: missing }).trim().min(1, missing).max(maxLength, `At most ${maxLength} characters fit here.`)
}

export function optionalText(maxLength = 500) {
  return z
    .string({ error: 'Write text here.' })
    .trim()
    .max(maxLength, `At most ${maxLength} characters fit here.`)
    .default('')
}

const wantsEmail = 'Enter an e-mail address, for example ada@brightwater.eu.'
const emailForm = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/

export const email = z.string({ error: wantsEmail }).trim().toLowerCase().max(200).regex(emailForm, wantsEmail)

export const optionalEmail = z
  .string()
  .trim()
  .toLowerCase()
  .max(200)
  .refine((text) => text === '' || emailForm.test(text), wantsEmail)
  .default('')

export const password = z
  .string({ error: 'Choose a password of at least 10 characters.' })
  .min(10, 'A password has at least 10 characters. Three or four words are easy to remember.')
  .max(200, 'A password has at most 200 characters.')

export const country = z
  .string()
  .trim()
  .toUpperCase()
  .refine(
    (code) => code === '' || findCountry(code) !== undefined,
    'Choose a country from the list, or send its two letters, for example LV.',
  )
  .default('')

export const vatNumber = z.string().max(40).transform(tidyVatNumber).default('')

export const vatRate = z
  .number({ error: 'A VAT rate is a number of percent, for example 21.' })
  .min(0, 'A VAT rate is 0% or more.')
  .max(40, 'No country has a VAT rate over 40%. Check the number.')
  .multipleOf(0.1, 'A VAT rate has at most one decimal.')

export const day = (name: string) =>
  z
    .string({ error: `Choose the ${name}.` })
    .refine(isDay, `Choose the ${name}, as year-month-day, for example 2026-11-28.`)

export const iban = z
  .string({ error: 'Enter the IBAN of your account.' })
  .transform(tidyIban)
  .superRefine((text, context) => {
    const message = ibanProblem(text)
    if (message) context.addIssue({ code: 'custom', message })
  })

export const bic = z
  .string()
  .trim()
  .toUpperCase()
  .refine(
    (text) => text === '' || /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(text),
    'A BIC has 8 or 11 characters, for example HABALV22. You can leave it empty.',
  )
  .default('')
