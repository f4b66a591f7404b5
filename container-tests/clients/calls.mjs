// Connects as the official TypeScript client does, lists and calls, and tells what happened as one line of JSON.
// Arguments: which client (sdk, legacy, auto), the endpoint, the credential ("" for none), the tools to call.
import { Client as SdkClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as SdkTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

const [kind, url, credential, ...tools] = process.argv.slice(2);
const told = { tools: [], calls: {}, redirects: [] };

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
  ? { requestInit: { headers: { Authorization: credential } } }
  : { authProvider: provider };
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
