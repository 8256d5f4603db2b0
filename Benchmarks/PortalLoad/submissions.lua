-- Sends reports that nobody has sent before, each once: every thread has its own part of the list of places.
local count = 0
function setup(thread)
    thread:set("number", count)
    count = count + 1
end

local tokens, items, months = {}, {}, {}
for line in io.lines(os.getenv("TOKENS")) do
    local agency, token = line:match("^(%S+) (%S+)$")
    tokens[#tokens + 1] = {agency = agency, header = "Bearer " .. token}
end
for word in os.getenv("ITEMS"):gmatch("%S+") do items[#items + 1] = word end
for word in os.getenv("PERIODS"):gmatch("%S+") do months[#months + 1] = word end

local place, offset = 0, tonumber(os.getenv("OFFSET") or "0")
local refused = 0

function request()
    local turn = (place + offset) * 2 + number
    place = place + 1
    local token = tokens[turn % #tokens + 1]
    turn = math.floor(turn / #tokens)
    local item = items[turn % #items + 1]
    local month = months[math.floor(turn / #items) % #months + 1]
    return wrk.format("PUT", "/api/v1/reports/" .. item .. "/" .. month, {
        ["Authorization"] = token.header, ["Content-Type"] = "application/json", ["If-None-Match"] = "*",
        ["Idempotency-Key"] = token.agency .. "-" .. item .. "-" .. month,
    }, '{"value": ' .. (turn % 997) .. ', "comment": "as counted"}')
end

function response(status, headers, body)
    if status ~= 201 then
        refused = refused + 1
        if refused < 3 then io.stderr:write("answered ", status, ": ", body:sub(1, 300), "\n") end
    end
end
