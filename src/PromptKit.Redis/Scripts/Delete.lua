-- Deletes a session. KEYS[1] is the hash, ARGV[1] the time. The answer is whether there was one that had not expired.
local expires = redis.call('HGET', KEYS[1], 'e')
if not expires then
    return 0
end
redis.call('DEL', KEYS[1])
return (expires ~= '' and tonumber(expires) <= tonumber(ARGV[1])) and 0 or 1
