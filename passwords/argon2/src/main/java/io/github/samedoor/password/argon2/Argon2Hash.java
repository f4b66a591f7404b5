/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password.argon2;

import io.github.samedoor.password.PasswordHash;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hash with what it was made of, as the reference implementation writes it; lives within one call.
 *
 * @param cost the work
 * @param salt the salt
 * @param hash the hash
 */
@SuppressWarnings("ArrayRecordComponent") // lives within one call
record Argon2Hash(Argon2Cost cost, byte[] salt, byte[] hash) {
    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,6}),t=([1-9][0-9]{0,2}),p=([1-9][0-9]?)"
                    + "\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{22,86})");

    /** Reads a hash; empty for another form and for a cost out of bounds. */
    static Optional<Argon2Hash> read(PasswordHash hash) {
        Matcher matcher = FORM.matcher(hash.encoded());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            Argon2Cost cost = new Argon2Cost(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
            return Optional.of(new Argon2Hash(
                    cost,
                    Base64.getDecoder().decode(matcher.group(4)),
                    Base64.getDecoder().decode(matcher.group(5))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    PasswordHash encode() {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return new PasswordHash("$argon2id$v=19$m=" + cost.memory() + ",t=" + cost.passes() + ",p=" + cost.lanes() + '$'
                + encoder.encodeToString(salt) + '$' + encoder.encodeToString(hash));
    }
}
