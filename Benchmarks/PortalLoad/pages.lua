-- Asks for the pages of a list in turn; with KNOWN set, as a browser that has them already.
local pages = {}
for line in io.lines(os.getenv("PAGES")) do
    local path, tag = line:match("^(%S+)%s?(.*)$")
    pages[#pages + 1] = {path = path, tag = tag}
end
local place = math.random(#pages)

function request()
    place = place % #pages + 1
    local page = pages[place]
    if os.getenv("KNOWN") then
        return wrk.format("GET", page.path, {["If-None-Match"] = page.tag})
    end
    return wrk.format("GET", page.path)
end
