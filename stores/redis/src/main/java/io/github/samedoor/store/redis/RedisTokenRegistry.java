/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.redis;

import io.github.samedoor.token.IssuedToken;
import io.github.samedoor.token.TokenHash;
import io.github.samedoor.token.TokenKind;
import io.github.samedoor.token.TokenRegistry;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Issued tokens in one hash, their revocations in another, and a list for their order; every method is one atomic step.
 *
 * <p>Thread-safe.
 */
final class RedisTokenRegistry implements TokenRegistry {
    private static final String NONE = "-";
    /** Arguments: hash, line, revocation or '-'. */
    private static final String ADD = """
            if redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2]) == 0 then return 0 end
            if ARGV[3] ~= '-' then redis.call('HSET', KEYS[2], ARGV[1], ARGV[3]) end
            redis.call('RPUSH', KEYS[3], ARGV[1])
            return 1
            """;

    private static final String REVOKE = """
            if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 then return 0 end
            redis.call('HSETNX', KEYS[2], ARGV[1], ARGV[2])
            return 1
            """;
    private static final String FIND = """
            local line = redis.call('HGET', KEYS[1], ARGV[1])
            if not line then return {} end
            return {ARGV[1], line, redis.call('HGET', KEYS[2], ARGV[1]) or '-'}
            """;
    private static final String ALL = """
            local found = {}
            for _, hash in ipairs(redis.call('LRANGE', KEYS[3], 0, -1)) do
              table.insert(found, hash)
              table.insert(found, redis.call('HGET', KEYS[1], hash))
              table.insert(found, redis.call('HGET', KEYS[2], hash) or '-')
            end
            return found
            """;

    private final RedisLink link;
    private final List<String> keys;

    RedisTokenRegistry(RedisLink link, String prefix) {
        this.link = link;
        this.keys = List.of(prefix + ":token", prefix + ":token:revoked", prefix + ":token:made");
    }

    @Override
    public Optional<IssuedToken> find(TokenHash hash) {
        return tokens(link.texts(FIND, keys, hash.hex())).stream()
                .filter(token -> token.hash().equals(hash))
                .findFirst();
    }

    @Override
    public boolean add(IssuedToken token) {
        return link.count(ADD, keys, token.hash().hex(), line(token), millis(token.revoked())) == 1;
    }

    @Override
    public boolean revoke(TokenHash hash, Instant when) {
        return link.count(REVOKE, keys, hash.hex(), when.toEpochMilli()) == 1;
    }

    @Override
    public List<IssuedToken> ownedBy(String owner) {
        return all().stream().filter(token -> token.owner().equals(owner)).toList();
    }

    @Override
    public List<IssuedToken> all() {
        return tokens(link.texts(ALL, keys));
    }

    private static List<IssuedToken> tokens(List<String> found) {
        List<IssuedToken> tokens = new ArrayList<>();
        for (int i = 0; i < found.size(); i += 3) {
            tokens.add(read(found.get(i), found.get(i + 1), found.get(i + 2)));
        }
        return tokens;
    }

    private static String line(IssuedToken token) {
        return String.join(
                " ",
                token.kind().name(),
                millis(token.created()),
                millis(token.expires()),
                URLEncoder.encode(token.owner(), StandardCharsets.UTF_8),
                URLEncoder.encode(token.label(), StandardCharsets.UTF_8));
    }

    private static IssuedToken read(String hash, String line, String revoked) {
        String[] words = line.split(" ", 5);
        return new IssuedToken(
                TokenHash.ofHex(hash),
                TokenKind.valueOf(words[0]),
                URLDecoder.decode(words[3], StandardCharsets.UTF_8),
                URLDecoder.decode(words[4], StandardCharsets.UTF_8),
                moment(words[1]),
                moment(words[2]),
                moment(revoked));
    }

    private static String millis(Optional<Instant> moment) {
        return moment.map(SessionWords::millis).orElse(NONE);
    }

    private static Optional<Instant> moment(String millis) {
        return millis.equals(NONE) ? Optional.empty() : Optional.of(SessionWords.moment(millis));
    }
}
