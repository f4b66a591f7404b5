// Connects as the official TypeScript client does, lists and calls, and tells what happened as one line of JSON.
// Arguments: which client (sdk, legacy, auto), the endpoint, the credential ("" for none), the tools to call.
import { Client as SdkClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as SdkTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

const [kind, url, credential, ...tools] = process.argv.slice(2);
const told = { received: [], tools: [], calls: {}, redirects: [] };

// Everything that comes over the wire, for its schema to be checked.
async function recording(address, init) {
  const response = await fetch(address, init);
  const type = response.headers.get('content-type') ?? '';
  if (String(address) === url && init?.method === 'POST' && (type.includes('json') || type.includes('event-stream'))) {
    told.received.push({
      revision: new Headers(init.headers).get('mcp-protocol-version'),
      status: response.status,
      type,
      asked: init.body,
      answered: await response.clone().text(),
    });
  }
  return response;
}

// Knows no token, and notes where it would send its user for one.
const provider = {
  redirectUrl: 'http://127.0.0.1:1/callback',
  clientMetadata: { client_name: 'test', redirect_uris: ['http://127.0.0.1:1/callback'] },
  state: () => 'state',
  clientInformation: () => ({ client_id: 'test' }),
  saveClientInformation: () => {},
  tokens: () => undefined,
  saveTokens: () => {},
  redirectToAuthorization: (target) => told.redirects.push(String(target)),
  saveCodeVerifier: () => {},
  codeVerifier: () => 'verifier',
};

const options = credential
  ? { fetch: recording, requestInit: { headers: { Authorization: credential } } }
  : { fetch: recording, authProvider: provider };
const about = { name: 'test', version: '1' };
const client =
  kind === 'sdk'
    ? new SdkClient(about)
    : new Client(about, { versionNegotiation: { mode: kind } });
const transport = kind === 'sdk' ? new SdkTransport(new URL(url), options) : new StreamableHTTPClientTransport(new URL(url), options);

function failure(error) {
  return { error: error.constructor.name, code: error.code ?? error.status ?? error.data?.status ?? null, message: error.message };
}

try {
  await client.connect(transport);
  told.server = client.getServerVersion();
  told.tools = (await client.listTools()).tools.map((tool) => tool.name);
  for (const name of tools) {
    told.calls[name] = await client.callTool({ name, arguments: {} }).catch(failure);
  }
} catch (error) {
  told.connect = failure(error);
}
await client.close();
console.log(JSON.stringify(told));
