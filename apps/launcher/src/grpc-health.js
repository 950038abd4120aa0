import { connect } from 'node:http2'

const service = 'temporal.api.workflowservice.v1.WorkflowService'

// one protobuf field (1, text) in one uncompressed gRPC frame
const request = (() => {
  const message = Buffer.concat([Buffer.from([0x0a, service.length]), Buffer.from(service)])
  const frame = Buffer.alloc(5)
  frame.writeUInt32BE(message.length, 1)
  return Buffer.concat([frame, message])
})()

/** The answer `status = SERVING` in one frame. */
const serving = Buffer.from([0, 0, 0, 0, 2, 0x08, 0x01])

/**
 * Asks a Temporal server by the standard gRPC health check whether it serves; no answer within the time is a no.
 * @param {string} address host:port, without TLS
 * @returns {Promise<boolean>}
 */
export function temporalServes(address, milliseconds = 1000) {
  return new Promise((resolve) => {
    const session = connect(`http://${address}`)
    const answer = (/** @type {boolean} */ serves) => {
      clearTimeout(timer)
      session.destroy()
      resolve(serves)
    }
    const timer = setTimeout(() => answer(false), milliseconds)
    session.on('error', () => answer(false))
    const stream = session.request({
      ':method': 'POST',
      ':path': '/grpc.health.v1.Health/Check',
      'content-type': 'application/grpc',
      te: 'trailers',
    })
    /** @type {Buffer[]} */
    const chunks = []
    stream.on('data', (chunk) => chunks.push(chunk))
    stream.on('error', () => answer(false))
    stream.on('close', () => answer(Buffer.concat(chunks).equals(serving)))
    stream.end(request)
  })
}
