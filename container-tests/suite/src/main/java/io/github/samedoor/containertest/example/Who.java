/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

/** The users of the example. */
enum Who {
    ALICE(1, "alice", "user"),
    BOB(2, "bob", "admin"),
    SERVICE(3, "service", "service");

    private final int id;
    private final String username;
    private final String role;

    Who(int id, String username, String role) {
        this.id = id;
        this.username = username;
        this.role = role;
    }

    /** Returns a text with {@code ID}, {@code NAME} and {@code ROLE} filled in. */
    String fill(String template) {
        return template.replace("ID", String.valueOf(id))
                .replace("NAME", username)
                .replace("ROLE", role);
    }

    /** Tells whether this user has a role, {@code admin} having all. */
    boolean has(String wanted) {
        return role.equals("admin") || role.equals(wanted);
    }
}
