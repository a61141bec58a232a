export * from '@docent/transports/memory'
