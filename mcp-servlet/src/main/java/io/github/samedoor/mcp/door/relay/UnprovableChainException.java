/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.relay;

/** No relayed call could pass exactly the guards of a direct one, and this is why. */
public final class UnprovableChainException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String mend;

    UnprovableChainException(String reason, String mend) {
        super(reason);
        this.reason = reason;
        this.mend = mend;
    }

    /** Returns why, as the middle of a sentence. */
    public String reason() {
        return reason;
    }

    /** Returns what an operator can do about it. */
    public String mend() {
        return mend;
    }
}
