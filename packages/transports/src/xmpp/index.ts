export { type XmppOptions, type XmppTransport, xmpp } from './xmpp.ts'
