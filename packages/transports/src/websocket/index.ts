export { type WebSocketOptions, websocket } from './websocket.ts'
