import { createServer } from 'node:net'

/**
 * Whether a server can listen there now.
 *
 * @returns null where it can, else the error code (`EADDRINUSE`, `EACCES`, `ENOTFOUND`).
 */
export function tryListen(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)))
  })
}

/** A port of 127.0.0.1 that is free now; the preferred one if it is. */
export async function findFreePort(preferred: number | null): Promise<number> {
  if (preferred !== null && (await tryListen(preferred, '127.0.0.1')) === null) return preferred
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port)
        else reject(new Error('The system gave no port.'))
      })
    })
  })
}
