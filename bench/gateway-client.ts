// Prints requests per second of a URL: node gateway-client.js <url> <seconds>
import autocannon from 'autocannon'

const [url = '', seconds = '4'] = process.argv.slice(2)
const run = autocannon as (
  options: object,
) => Promise<{ non2xx: number; errors: number; requests: { average: number } }>
const result = await run({ url, connections: 32, duration: Number(seconds) })
if (result.non2xx > 0 || result.errors > 0) {
  console.error(`${result.non2xx} answers were not 2xx, ${result.errors} failed`)
  process.exit(1)
}
console.log(String(result.requests.average))
