// Loaded into Next's process before Next. The channel to the command that started it closes when
// that command ends, however it ends: without this a killed `npm start` would leave its web server
// behind, on the port that the next start wants.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
// Next starts its workers with the same flags, and those need their own channel as it is.
process.execArgv.splice(process.execArgv.indexOf('--import'), 2)
