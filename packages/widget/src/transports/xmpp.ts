export * from '@docent/transports/xmpp'
