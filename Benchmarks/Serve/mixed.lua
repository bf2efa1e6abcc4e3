-- Requests for wrk, good and bad in turn: see Scripts/bench-serve. The files of FOLDER are N.request, an article as JSON whose
-- id is N, and N.report, what `dictum stream` answers it with.
local function read(path)
  local file = assert(io.open(path, "rb"))
  local content = file:read("*a")
  file:close()
  return content
end

local articles, reports = {}, {}
local threads = {}
local turn = 0

function setup(thread)
  thread:set("number", #threads)
  table.insert(threads, thread)
end

function init(arguments)
  math.randomseed(21 + number)
  local folder, count = arguments[1], tonumber(arguments[2])
  onlyGood = arguments[3] == "good"
  for index = 0, count - 1 do
    articles[index] = read(folder .. "/" .. index .. ".request")
    reports[tostring(index)] = read(folder .. "/" .. index .. ".report")
  end
  counts = "" -- set at the end; wrk hands plain values over only
  seen = { right = 0, wrong = 0 }
end

local json = { ["Content-Type"] = "application/json" }
local bad = {
  function() return wrk.format("POST", "/analyse", json, '{"text": "cut o') end,
  function() return wrk.format("POST", "/analyse", json, '{"text": "\\ud800\255"}') end,
  function() return wrk.format("POST", "/analyse", { ["Content-Type"] = "image/png" }, "\137PNG") end,
  function() return wrk.format("GET", "/analyse") end,
  function() return wrk.format("GET", "/corpus/../../etc/passwd") end,
  function() return wrk.format("GET", "/" .. string.rep("a", 4000)) end,
  function() return wrk.format("GET", "/health", { ["Host"] = "evil.example" }) end,
  function() return wrk.format("POST", "/analyse", { ["Origin"] = "http://evil.example" }, "x") end,
  function() return wrk.format("DELETE", "/health") end,
}

function request()
  turn = turn + 1
  if not onlyGood and turn % 2 == 0 then return bad[math.random(#bad)]() end
  return wrk.format("POST", "/analyse", json, articles[math.random(0, #articles)])
end

function response(status, headers, body)
  if status == 200 then
    local id = body:match('"id":"(%d+)"')
    local kind = id and body == reports[id] and "right" or "wrong"
    seen[kind] = seen[kind] + 1
  else
    seen[status] = (seen[status] or 0) + 1
  end
  local parts = {}
  for kind, count in pairs(seen) do table.insert(parts, kind .. "=" .. count) end
  counts = table.concat(parts, " ")
end

function done(summary, latency)
  local total = {}
  for _, thread in ipairs(threads) do
    for kind, count in thread:get("counts"):gmatch("(%w+)=(%d+)") do total[kind] = (total[kind] or 0) + count end
  end
  local kinds = {}
  for kind in pairs(total) do table.insert(kinds, kind) end
  table.sort(kinds)
  local parts = {}
  for _, kind in ipairs(kinds) do table.insert(parts, kind .. " " .. total[kind]) end
  local errors = summary.errors
  print(string.format("answers: %s; %d connections broken, %d timeouts", table.concat(parts, ", "),
    errors.connect + errors.read + errors.write, errors.timeout))
  print(string.format("latency: median %.1f ms, 99 %% below %.1f ms; %.0f requests/s", latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, summary.requests / (summary.duration / 1e6)))
end
