/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chains the lines of an audit file: each ends with the SHA-256 of the line before it and of itself.
 *
 * <p>A line that was edited, removed from the middle or moved no longer follows from its neighbours. Two things the chain alone can't show: lines cut
 * off at the end, and a chain that somebody with write access made anew from some line on. Against both, keep the head that {@link #verify}
 * tells somewhere else and compare it later.
 */
public final class AuditChain {
    /** The head of a chain without lines. */
    public static final String START = "0".repeat(64);

    private static final Pattern LINK = Pattern.compile("(.*),\"chain\":\"([0-9a-f]{64})\"}");

    private AuditChain() {}

    /** What a verification found. */
    public sealed interface Verification {
        /**
         * Every line follows from the one before it.
         *
         * @param lines how many there are
         * @param head the hash of the last one, from which the next file goes on
         */
        record Intact(long lines, String head) implements Verification {}

        /**
         * A line doesn't follow from the one before it.
         *
         * @param line its number, counted from one
         * @param reason what is wrong with it
         */
        record Broken(long line, String reason) implements Verification {}
    }

    /**
     * Verifies the lines of a file.
     *
     * @param lines the file
     * @param start the head that its first line follows from: {@link #START}, or the head of the file before it
     * @return what was found, up to the first broken line
     * @throws IOException if the file can't be read
     */
    public static Verification verify(BufferedReader lines, String start) throws IOException {
        String head = start;
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            Matcher link = LINK.matcher(line);
            if (!link.matches()) {
                return new Verification.Broken(number, "it has no link of the chain at its end");
            }
            if (!link(head, link.group(1) + '}').equals(link.group(2))) {
                return new Verification.Broken(
                        number,
                        "it doesn't follow from the line before it: one of the two was changed, moved or removed");
            }
            head = link.group(2);
        }
        return new Verification.Intact(number, head);
    }

    /** Returns a line with its link. */
    static String chained(String head, String line) {
        return line.substring(0, line.length() - 1) + ",\"chain\":\"" + link(head, line) + "\"}";
    }

    /** Returns the hash at the end of a chained line. */
    static String headOf(String chainedLine) {
        Matcher link = LINK.matcher(chainedLine);
        if (!link.matches()) {
            throw new IllegalArgumentException(
                    "its last line has no link of a chain: name a new file, or leave the chain off");
        }
        return link.group(2);
    }

    private static String link(String head, String line) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest((head + '\n' + line).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
