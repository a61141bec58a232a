export * from '@docent/transports/poll'
