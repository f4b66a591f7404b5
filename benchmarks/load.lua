-- The script of wrk: sends one request over and over and prints the figures as numbers.
-- Arguments: method, path, body, and then header names and values in turn.

function init(args)
  wrk.method = args[1]
  wrk.path = args[2]
  if args[3] ~= "" then
    wrk.body = args[3]
  end
  for i = 4, #args, 2 do
    wrk.headers[args[i]] = args[i + 1]
  end
end

function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format("SUMMARY requests=%d micros=%d errors=%d p50=%d p99=%d\n",
    summary.requests, summary.duration, e.connect + e.read + e.write + e.status + e.timeout,
    latency:percentile(50), latency:percentile(99)))
end
