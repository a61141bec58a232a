export * from '@docent/core/mappers'
