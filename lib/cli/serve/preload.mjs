// Loaded into Next's process before Next.
import './exit-with-parent.mjs'
import '../../logging/log-requests.mjs'

// Next starts its workers with the same flags; they serve nobody, and need their own channel as it is.
process.execArgv.splice(process.execArgv.indexOf('--import'), 2)
