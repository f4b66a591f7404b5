/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals state that travels through a client: nobody else can make it, it serves one purpose, and it expires.
 *
 * <p>HMAC-SHA256 over the purpose, the expiry and the text (MCP 2026-07-28, patterns, Multi Round-Trip Requests). It isn't
 * encrypted. Immutable and thread-safe.
 */
final class SealedState {
    static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;
    private final Clock clock;

    /**
     * Makes a seal.
     *
     * @param key at least 32 secret bytes
     * @param clock tells when a seal expires
     */
    SealedState(byte[] key, Clock clock) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.clock = clock;
    }

    /** Seals a text for a purpose, for as long as a call may have rounds. */
    String seal(String text, String purpose) {
        return seal(text, purpose, LIFETIME);
    }

    /** Seals a text for a purpose and a time. */
    String seal(String text, String purpose, Duration lifetime) {
        long expiry = clock.instant().plus(lifetime).getEpochSecond();
        String body = expiry + "." + ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return body + '.' + ENCODER.encodeToString(mac(body, purpose));
    }

    /** Opens what was sealed for a purpose, or nothing if it wasn't, or was long ago. */
    Optional<String> open(String sealed, String purpose) {
        int end = sealed.lastIndexOf('.');
        if (end < 0) {
            return Optional.empty();
        }
        String body = sealed.substring(0, end);
        byte[] expected = ENCODER.encode(mac(body, purpose));
        byte[] given = sealed.substring(end + 1).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given)) {
            return Optional.empty();
        }
        // From here on the text is ours.
        int dot = body.indexOf('.');
        boolean fresh = Long.parseLong(body.substring(0, dot)) > clock.instant().getEpochSecond();
        byte[] text = Base64.getUrlDecoder().decode(body.substring(dot + 1));
        return fresh ? Optional.of(new String(text, StandardCharsets.UTF_8)) : Optional.empty();
    }

    private byte[] mac(String body, String purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((purpose.length() + ":" + purpose).getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
