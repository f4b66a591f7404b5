/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.password.argon2;

/**
 * How much work one Argon2id hash is (RFC 9106 section 3.1).
 *
 * <p>Immutable and thread-safe.
 *
 * @param memory how many KiB it fills, 8 for each lane to 1048576
 * @param passes how often it goes over them, 1 to 100
 * @param lanes into how many lanes they are cut, 1 to 16; they are computed one after the other
 */
public record Argon2Cost(int memory, int passes, int lanes) {
    private static final int MAX_MEMORY = 1 << 20;
    private static final int MAX_PASSES = 100;
    private static final int MAX_LANES = 16;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its bounds
     */
    public Argon2Cost {
        if (lanes < 1 || lanes > MAX_LANES || memory < 8 * lanes || memory > MAX_MEMORY) {
            throw new IllegalArgumentException("Argon2 has 1 to " + MAX_LANES + " lanes and from 8 KiB a lane to "
                    + MAX_MEMORY + " KiB of memory, such as m=19456 and p=1");
        }
        if (passes < 1 || passes > MAX_PASSES) {
            throw new IllegalArgumentException("Argon2 makes 1 to " + MAX_PASSES + " passes, such as t=2");
        }
    }

    /**
     * Returns the cost that the OWASP password storage cheat sheet asks for: 19 MiB, 2 passes, 1 lane.
     *
     * @return the cost
     */
    public static Argon2Cost standard() {
        return new Argon2Cost(19_456, 2, 1);
    }

    /** Tells whether a hash of another cost is weaker in memory or passes. */
    boolean exceeds(Argon2Cost other) {
        return other.memory < memory || other.passes < passes;
    }

    /** Returns about the work that another, smaller cost falls short of this one, or the least there is. */
    Argon2Cost without(Argon2Cost other) {
        long missing = (long) memory * passes - (long) other.memory * other.passes;
        return new Argon2Cost((int) Math.max(8L * lanes, missing / passes), passes, lanes);
    }
}
