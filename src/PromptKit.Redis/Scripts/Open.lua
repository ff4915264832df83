-- Reads a session without its messages. KEYS[1] is the hash, ARGV[1] the time.
-- The answer is nothing, or: layout, generation, format, creation, last commit, version of the state, state, and for each thread: name,
-- "length revision commit", properties. Of a newer layout only its number.
local key = KEYS[1]
local header = redis.call('HMGET', key, 'v', 'g', 'f', 'ct', 'ut', 'sv', 's', 'e', 'n')
if not header[1] then
    return false
end
if tonumber(header[1]) > 1 then
    return { header[1] }
end
if header[8] ~= '' and tonumber(header[8]) <= tonumber(ARGV[1]) then
    return false
end
local answer = { header[1], header[2], header[3], header[4], header[5], header[6], header[7] or '' }
for name in string.gmatch(header[9], '%S+') do
    local thread = redis.call('HMGET', key, 't:' .. name, 'p:' .. name)
    answer[#answer + 1] = name
    answer[#answer + 1] = thread[1]
    answer[#answer + 1] = thread[2]
end
return answer
