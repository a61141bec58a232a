/** What one command may carry, beside `maxTextLength` and `maxCommandBytes` of the wire. */
export const maxIdLength = 100
export const maxNameLength = 200
export const maxEmailLength = 254
export const maxUrlLength = 2000
export const maxTraitsBytes = 16 * 1024
export const maxStateKeyLength = 200
export const maxStateValueBytes = 16 * 1024
export const maxStateEntriesPerCommand = 200
export const maxRecordedEventsPerCommand = 200
export const maxRecordedEventBytes = 4 * 1024
export const maxPartsPerMessage = 10
export const maxTags = 30
export const maxTagLength = 50
export const minPasswordLength = 10
export const maxPasswordLength = 200
