// The channel to the command that started Next closes when that command ends, however it ends:
// without this a killed `npm start` would leave its web server behind, on the port that the next
// start wants.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
