/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password;

import io.github.samedoor.credential.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What a new password must be (NIST SP 800-63B section 3.1.1): long, and not easy to guess; any characters will do.
 *
 * <p>It is asked when a password is set, never at a login. It knows no list of leaked passwords. Stateless.
 */
public final class PasswordPolicy {
    /** The fewest characters of a password that is the only factor. */
    public static final int MIN_CHARACTERS = 15;

    private PasswordPolicy() {}

    /**
     * Looks for a reason against a password.
     *
     * @param password the password that somebody wants
     * @param userName the user's name, which it must not be made of; may be empty
     * @return what is wrong with it and how to mend it, without the password; empty if it will do
     */
    public static Optional<String> complaint(Secret password, String userName) {
        String text = password.reveal();
        if (text.codePointCount(0, text.length()) < MIN_CHARACTERS) {
            return Optional.of("The password is too short: take " + MIN_CHARACTERS + " characters or more");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > PasswordLogin.MAX_PASSWORD_BYTES) {
            return Optional.of(
                    "The password is too long: take " + PasswordLogin.MAX_PASSWORD_BYTES + " bytes of UTF-8 at most");
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (isRepeated(lower) || isSequence(lower)) {
            return Optional.of("The password repeats itself or counts: take several words that don't belong together");
        }
        String name = userName.toLowerCase(Locale.ROOT);
        if (name.length() > 2 && lower.replace(name, "").length() < MIN_CHARACTERS / 2) {
            return Optional.of("The password is little more than the user's name: take other words");
        }
        return Optional.empty();
    }

    /** Tells whether the text is one short piece over and over. */
    private static boolean isRepeated(String text) {
        for (int length = 1; length <= text.length() / 2; length++) {
            if (text.regionMatches(0, text, length, text.length() - length)) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether each character follows the one before, such as in 123456789012345. */
    private static boolean isSequence(String text) {
        for (int i = 1; i < text.length(); i++) {
            int step = text.charAt(i) - text.charAt(i - 1);
            boolean wraps = Math.abs(step) == 9 && Character.isDigit(text.charAt(i));
            if (Math.abs(step) != 1 && !wraps) {
                return false;
            }
        }
        return true;
    }
}
