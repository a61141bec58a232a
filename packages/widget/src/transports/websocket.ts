export * from '@docent/transports/websocket'
