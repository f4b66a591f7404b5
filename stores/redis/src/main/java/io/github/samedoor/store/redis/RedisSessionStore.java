/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.redis;

import io.github.samedoor.session.Session;
import io.github.samedoor.session.SessionId;
import io.github.samedoor.session.SessionStore;
import io.lettuce.core.ZAddArgs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sessions in one hash, with three sorted sets to find them by last use, end and user; every method is one atomic step.
 *
 * <p>One hash for all makes the end of all logins a matter of four keys, however many there are. Thread-safe.
 */
final class RedisSessionStore implements SessionStore {
    /** Ends one session that is there; all scripts that remove have it. */
    private static final String FORGET = """
            local function forget(id)
              local line = redis.call('HGET', KEYS[1], id)
              if not line then return 0 end
              redis.call('HDEL', KEYS[1], id)
              redis.call('ZREM', KEYS[2], id)
              redis.call('ZREM', KEYS[3], id)
              redis.call('ZREM', KEYS[4], string.match(line, '[^ ]*$') .. ' ' .. id)
              return 1
            end
            """;
    /** Arguments: id, line, last use, end, user. */
    private static final String ADD = """
            if redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2]) == 0 then return 0 end
            redis.call('ZADD', KEYS[2], ARGV[3], ARGV[1])
            redis.call('ZADD', KEYS[3], ARGV[4], ARGV[1])
            redis.call('ZADD', KEYS[4], 0, ARGV[5] .. ' ' .. ARGV[1])
            return 1
            """;

    private static final String FIND = """
            local line = redis.call('HGET', KEYS[1], ARGV[1])
            if not line then return {} end
            return {line, redis.call('ZSCORE', KEYS[2], ARGV[1])}
            """;
    /** Arguments: id, the version that must be there, line, last use, end. */
    private static final String REPLACE = """
            local line = redis.call('HGET', KEYS[1], ARGV[1])
            if not line or string.match(line, '^%d+') ~= ARGV[2] then return 0 end
            redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
            redis.call('ZADD', KEYS[2], ARGV[4], ARGV[1])
            redis.call('ZADD', KEYS[3], ARGV[5], ARGV[1])
            return 1
            """;

    private static final String REMOVE = FORGET + "return forget(ARGV[1])";
    /** Argument: the user; a space ends it in the index, and '!' is the character after the space. */
    private static final String REMOVE_OF = FORGET + """
            local removed = 0
            for _, each in ipairs(redis.call('ZRANGEBYLEX', KEYS[4], '[' .. ARGV[1] .. ' ', '(' .. ARGV[1] .. '!')) do
              removed = removed + forget(string.sub(each, -32))
            end
            return removed
            """;

    private static final String REMOVE_ALL = """
            local removed = redis.call('HLEN', KEYS[1])
            redis.call('UNLINK', KEYS[1], KEYS[2], KEYS[3], KEYS[4])
            return removed
            """;
    /** Arguments: now, idle since, how many at most. */
    private static final String REMOVE_OVER = FORGET + """
            local removed = 0
            for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', ARGV[1], 'LIMIT', 0, ARGV[3])) do
              removed = removed + forget(id)
            end
            for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', ARGV[2], 'LIMIT', 0, ARGV[3])) do
              removed = removed + forget(id)
            end
            return removed
            """;

    private static final String ALL = """
            local found = {}
            local lines = redis.call('HGETALL', KEYS[1])
            for i = 1, #lines, 2 do
              table.insert(found, lines[i])
              table.insert(found, lines[i + 1])
              table.insert(found, redis.call('ZSCORE', KEYS[2], lines[i]))
            end
            return found
            """;
    /** Other clients wait while a script runs, so sweeping goes in small steps. */
    private static final int SWEPT_AT_ONCE = 500;

    private final RedisLink link;
    private final List<String> keys;

    RedisSessionStore(RedisLink link, String prefix) {
        this.link = link;
        this.keys = List.of(
                prefix + ":session", prefix + ":session:used", prefix + ":session:ends", prefix + ":session:user");
    }

    @Override
    public void add(Session session) {
        long added = count(
                ADD,
                session.id(),
                SessionWords.write(session),
                SessionWords.millis(session.lastUsed()),
                SessionWords.millis(session.ends()),
                SessionWords.user(session.userId()));
        if (added == 0) {
            throw new IllegalStateException("There is a session of this id already");
        }
    }

    @Override
    public Optional<Session> find(SessionId id) {
        List<String> found = link.texts(FIND, keys, id);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(SessionWords.read(id, found.get(0), SessionWords.moment(found.get(1))));
    }

    @Override
    public boolean replace(Session next) {
        return count(
                        REPLACE,
                        next.id(),
                        next.version() - 1,
                        SessionWords.write(next),
                        SessionWords.millis(next.lastUsed()),
                        SessionWords.millis(next.ends()))
                == 1;
    }

    @Override
    public void touch(SessionId id, Instant when) {
        byte[] member = id.text().getBytes(StandardCharsets.US_ASCII);
        link.call(commands ->
                commands.zadd(keys.get(1), ZAddArgs.Builder.xx().gt(), (double) when.toEpochMilli(), member));
    }

    @Override
    public boolean remove(SessionId id) {
        return count(REMOVE, id) == 1;
    }

    @Override
    public int removeOf(String userId) {
        return Math.toIntExact(count(REMOVE_OF, SessionWords.user(userId)));
    }

    @Override
    public int removeAll() {
        return Math.toIntExact(count(REMOVE_ALL));
    }

    @Override
    public void removeOver(Instant now, Instant idleSince) {
        long removed = SWEPT_AT_ONCE;
        while (removed >= SWEPT_AT_ONCE) {
            removed = count(REMOVE_OVER, SessionWords.millis(now), SessionWords.millis(idleSince), SWEPT_AT_ONCE);
        }
    }

    @Override
    public List<Session> all() {
        List<String> found = link.texts(ALL, keys);
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < found.size(); i += 3) {
            sessions.add(SessionWords.read(
                    new SessionId(found.get(i)), found.get(i + 1), SessionWords.moment(found.get(i + 2))));
        }
        return sessions;
    }

    private long count(String script, Object... arguments) {
        return link.count(script, keys, arguments);
    }
}
