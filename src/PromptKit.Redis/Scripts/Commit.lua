-- Writes one commit to the hash of one session, all of it or nothing: nothing is written before everything was checked.
-- KEYS[1] is the hash. ARGV: creates, generation, format, commit, now, expires, ttl in ms, has state, version of the state, state, id,
-- number of threads; then for each thread: name, length, revision, properties, turn, number of messages, the messages.
-- The answer is the status, the thread in conflict, the actual length or version. Status 5: the hash has a newer layout.
local unpack = table.unpack or unpack
local key, creates, generation, commit = KEYS[1], ARGV[1] == '1', ARGV[2], ARGV[4]
local now, expires, ttl, has_state, state_version = tonumber(ARGV[5]), ARGV[6], ARGV[7], ARGV[8] == '1', tonumber(ARGV[9])
local header = redis.call('HMGET', key, 'v', 'g', 'cc', 'e', 'sv', 'sc', 'n', 'f')
local exists = header[1]
if exists and tonumber(header[1]) > 1 then
    return { 5, '', header[1] }
end
local has_expired = exists and header[4] ~= '' and tonumber(header[4]) <= now
if creates then
    if exists and not has_expired then
        return { (header[2] == generation and header[3] == commit) and 1 or 3, '', '0' }
    end
    header = { false, false, false, false, '0', false, '', '0' }
elseif not exists or has_expired or header[2] ~= generation then
    return { 4, '', '0' }
elseif has_state and header[6] == commit then
    return { 1, '', '0' }
end

local conflict = nil
local lengths, revisions = {}, {}
local at = 13
for i = 1, tonumber(ARGV[12]) do
    local name, expected, messages = ARGV[at], tonumber(ARGV[at + 1]), tonumber(ARGV[at + 5])
    local length, revision, last = 0, 0, ''
    local row = not creates and redis.call('HGET', key, 't:' .. name)
    if row then
        length, revision, last = string.match(row, '^(%d+) (%d+) (.*)$')
        length, revision = tonumber(length), tonumber(revision)
        -- All or nothing was written: one part that is there is proof for the others.
        if last == commit then
            return { 1, '', '0' }
        end
        if expected < length and redis.call('HGET', key, 'c:' .. name .. ':' .. ARGV[at + 1]) == commit then
            return { 1, '', '0' }
        end
    end
    if not conflict and (length ~= expected or revision ~= tonumber(ARGV[at + 2])) then
        conflict = { 2, name, string.format('%.0f', length) }
    end
    lengths[i], revisions[i] = length, revision
    at = at + 6 + messages
end
if not conflict and has_state and state_version ~= tonumber(header[5]) then
    conflict = { 2, '', header[5] }
end
if conflict then
    return conflict
end

local writes = {}
local function write(field, value)
    writes[#writes + 1] = field
    writes[#writes + 1] = value
    if #writes >= 500 then
        redis.call('HSET', key, unpack(writes))
        writes = {}
    end
end
if creates then
    redis.call('DEL', key)
    write('v', '1')
    write('i', ARGV[11])
    write('g', generation)
    write('cc', commit)
    write('ct', ARGV[5])
    write('sv', '0')
end
local names = header[7]
at = 13
for i = 1, tonumber(ARGV[12]) do
    local name, first, messages = ARGV[at], lengths[i], tonumber(ARGV[at + 5])
    if revisions[i] == 0 then
        names = names .. name .. ' '
    end
    write('t:' .. name, string.format('%.0f %.0f %s', first + messages, revisions[i] + 1, commit))
    write('p:' .. name, ARGV[at + 3])
    for m = 1, messages do
        write('m:' .. name .. ':' .. string.format('%.0f', first + m - 1), ARGV[at + 5 + m])
    end
    if messages > 0 then
        write('c:' .. name .. ':' .. string.format('%.0f', first), commit)
        if ARGV[at + 4] ~= '' then
            redis.call('HSETNX', key, 'u:' .. name .. ':' .. ARGV[at + 4], string.format('%.0f', first))
        end
    end
    at = at + 6 + messages
end
if tonumber(header[8]) < tonumber(ARGV[3]) then
    write('f', ARGV[3])
end
if has_state then
    write('s', ARGV[10])
    write('sv', string.format('%.0f', state_version + 1))
    write('sc', commit)
end
if creates or names ~= header[7] then
    write('n', names)
end
write('ut', ARGV[5])
write('e', expires)
redis.call('HSET', key, unpack(writes))
if ttl ~= '' then
    redis.call('PEXPIRE', key, ttl)
elseif not creates and header[4] ~= '' then
    redis.call('PERSIST', key)
end
return { 0, '', '0' }
