export * from '@docent/transports/matrix'
