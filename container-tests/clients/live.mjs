// Cancels a call and listens to changes as the official TypeScript client does, and tells what happened as one line of
// JSON. Arguments: which client (sdk, legacy, auto) and the address of the application.
import { Client as SdkClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as SdkTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ResourceUpdatedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

const [kind, application] = process.argv.slice(2);
const url = new URL(application + '/mcp');
const uri = 'app://watched';

function signal() {
  let give;
  const given = new Promise((resolve) => (give = resolve));
  return { give, given };
}

const stream = signal();
const toolsChanged = signal();
const updated = signal();

// The client doesn't say when its stream is open.
async function watching(address, init) {
  const response = await fetch(address, init);
  if (init?.method === 'GET' && response.headers.get('content-type')?.startsWith('text/event-stream')) {
    stream.give();
  }
  return response;
}

async function route(path) {
  return (await fetch(application + path)).text();
}

const about = { name: 'test', version: '1' };
const listChanged = {
  tools: {
    debounceMs: 0,
    onChanged: (error, tools) => toolsChanged.give(error ? String(error) : tools.map((tool) => tool.name)),
  },
};
const onUpdated = (notification) => updated.give(notification.params.uri);

let client;
if (kind === 'sdk') {
  client = new SdkClient(about, { listChanged });
  client.setNotificationHandler(ResourceUpdatedNotificationSchema, onUpdated);
  await client.connect(new SdkTransport(url, { fetch: watching }));
} else {
  client = new Client(about, { listChanged, versionNegotiation: { mode: kind } });
  client.setNotificationHandler('notifications/resources/updated', onUpdated);
  await client.connect(new StreamableHTTPClientTransport(url, { fetch: watching }));
}

async function cancelled() {
  const abort = new AbortController();
  const call = { name: 'get_live_endless', arguments: {} };
  const options = { signal: abort.signal, onprogress: () => abort.abort('enough') };
  try {
    await (kind === 'sdk' ? client.callTool(call, undefined, options) : client.callTool(call, options));
    return 'answered';
  } catch (error) {
    return String(error);
  }
}

async function listen() {
  if (kind === 'auto') {
    await client.listen({ resourceSubscriptions: [uri] });
  } else {
    await stream.given;
    await client.subscribeResource({ uri });
  }
}

const told = { call: await cancelled(), interrupted: await route('/live/interrupted') };
await listen();
await route('/live/change');
told.updated = await updated.given;
await route('/live/change-tools');
told.tools = await toolsChanged.given;
console.log(JSON.stringify(told));
await client.close();
