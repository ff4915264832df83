-- Deletes a session. KEYS[1] is the hash, ARGV[1] the time. The answer is whether there was one that had not expired, and its layout: a newer
-- one is left as it is.
local header = redis.call('HMGET', KEYS[1], 'e', 'v')
if not header[2] or tonumber(header[2]) > 1 then
    return { 0, header[2] or '' }
end
redis.call('DEL', KEYS[1])
return { (header[1] ~= '' and tonumber(header[1]) <= tonumber(ARGV[1])) and 0 or 1, header[2] }
