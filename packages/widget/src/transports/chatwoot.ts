export * from '@docent/transports/chatwoot'
