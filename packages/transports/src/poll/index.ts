export { type Call, type CallOptions, type CallSettings, createCall, type Explanation } from '../adapt/create-call.ts'
export {
  type PolledConversation,
  type PolledMessage,
  type PolledRange,
  type PollOptions,
  type PollTransport,
  poll,
} from './poll.ts'
