/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes the bytes of a request body: JSON in UTF-8, uncompressed, up to a limit. */
final class RequestBody {
    // Other content types can be sent by any web page without asking the browser (CORS-safelisted).
    private static final Pattern JSON =
            Pattern.compile("application/json[ \t]*(;[ \t]*charset[ \t]*=[ \t]*\"?utf-8\"?[ \t]*)?;?[ \t]*");

    /** What {@code curl -d} sends unless told otherwise. */
    private static final String FORM = "application/x-www-form-urlencoded";

    private final int limit;

    RequestBody(int limit) {
        this.limit = limit;
    }

    /** What came of it. */
    sealed interface Received {}

    /** The whole body. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Bytes(byte[] bytes) implements Received {}

    /** Why the body isn't taken. */
    record Rejected(Fault fault, String why) implements Received {}

    static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return "application/json".equals(type)
                || (type != null && JSON.matcher(type.toLowerCase(Locale.ROOT)).matches());
    }

    Received read(HttpServletRequest request, boolean formToo) throws IOException {
        if (!isJson(request) && !(formToo && FORM.equalsIgnoreCase(request.getContentType()))) {
            return new Rejected(Fault.UNSUPPORTED_MEDIA, "Send the header Content-Type: application/json");
        }
        String coding = request.getHeader("Content-Encoding");
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            return new Rejected(Fault.UNSUPPORTED_MEDIA, "Send the body without a Content-Encoding");
        }
        long length = request.getContentLengthLong();
        if (length > limit) {
            return tooLarge();
        }
        byte[] bytes = length >= 0 ? exactly(request.getInputStream(), (int) length) : atMost(request.getInputStream());
        return bytes.length > limit ? tooLarge() : new Bytes(bytes);
    }

    private Rejected tooLarge() {
        return new Rejected(Fault.TOO_LARGE, "The body is larger than " + limit + " bytes");
    }

    // The container ends the stream at the declared length.
    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        int read = in.readNBytes(bytes, 0, length);
        return read == length ? bytes : Arrays.copyOf(bytes, read);
    }

    private byte[] atMost(InputStream in) throws IOException {
        return in.readNBytes(limit + 1);
    }
}
