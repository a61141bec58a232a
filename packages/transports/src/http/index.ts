export { type AgentHttpOptions, agentHttp } from './agent-http.ts'
export { type HttpOptions, http } from './http.ts'
