/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.store.redis;

import io.github.samedoor.session.Session;
import io.github.samedoor.session.SessionId;
import io.github.samedoor.token.TokenHash;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * A session as one line: the version first, which scripts compare, and the user last, which they look up.
 *
 * <p>Moments are milliseconds. The last use isn't part of it: it changes alone.
 */
final class SessionWords {
    private static final String NONE = "-";
    private static final int COUNT = 10;

    private SessionWords() {}

    static String write(Session session) {
        Optional<Session.Rotation> last = session.lastRotation();
        return String.join(
                " ",
                Long.toString(session.version()),
                session.access().hex(),
                millis(session.accessEnds()),
                session.refresh().hex(),
                last.map(rotation -> rotation.spent().hex()).orElse(NONE),
                last.map(Session.Rotation::salt).orElse(NONE),
                last.map(rotation -> millis(rotation.when())).orElse(NONE),
                millis(session.started()),
                millis(session.ends()),
                user(session.userId()));
    }

    static Session read(SessionId id, String line, Instant lastUsed) {
        String[] words = line.split(" ", COUNT);
        Optional<Session.Rotation> last = words[4].equals(NONE)
                ? Optional.empty()
                : Optional.of(new Session.Rotation(TokenHash.ofHex(words[4]), words[5], moment(words[6])));
        return new Session(
                id,
                URLDecoder.decode(words[9], StandardCharsets.UTF_8),
                Long.parseLong(words[0]),
                TokenHash.ofHex(words[1]),
                moment(words[2]),
                TokenHash.ofHex(words[3]),
                last,
                moment(words[7]),
                lastUsed,
                moment(words[8]));
    }

    /** Returns a user's id as one word, which is empty for an empty id. */
    static String user(String userId) {
        return URLEncoder.encode(userId, StandardCharsets.UTF_8);
    }

    static String millis(Instant moment) {
        return Long.toString(moment.toEpochMilli());
    }

    static Instant moment(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
