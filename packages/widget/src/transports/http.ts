export * from '@docent/transports/http'
