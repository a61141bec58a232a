export * from '@docent/faq/precache'
