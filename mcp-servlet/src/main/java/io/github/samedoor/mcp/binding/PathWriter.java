/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.binding;

import io.github.samedoor.route.PathTemplate;
import java.util.ArrayList;
import java.util.List;

/** Writes the paths of one template, decoded and encoded; what stands between the parameters is joined beforehand. */
final class PathWriter {
    private final List<String> decodedPieces = new ArrayList<>();
    private final List<String> encodedPieces = new ArrayList<>();

    PathWriter(PathTemplate template) {
        StringBuilder decoded = new StringBuilder();
        StringBuilder encoded = new StringBuilder();
        for (PathTemplate.Segment segment : template.segments()) {
            decoded.append('/');
            encoded.append('/');
            if (segment instanceof PathTemplate.Literal literal) {
                decoded.append(literal.text());
                PercentEncoder.append(encoded, literal.text());
            } else {
                decodedPieces.add(decoded.toString());
                encodedPieces.add(encoded.toString());
                decoded.setLength(0);
                encoded.setLength(0);
            }
        }
        decodedPieces.add(decoded.toString());
        encodedPieces.add(encoded.toString());
    }

    /** Returns how many values a path takes. */
    int parameters() {
        return decodedPieces.size() - 1;
    }

    String decoded(String[] values) {
        if (values.length == 0) {
            return decodedPieces.get(0);
        }
        StringBuilder path = new StringBuilder(decodedPieces.get(0));
        for (int i = 0; i < values.length; i++) {
            path.append(values[i]).append(decodedPieces.get(i + 1));
        }
        return path.toString();
    }

    String encoded(String[] values) {
        if (values.length == 0) {
            return encodedPieces.get(0);
        }
        StringBuilder path = new StringBuilder(encodedPieces.get(0));
        for (int i = 0; i < values.length; i++) {
            PercentEncoder.append(path, values[i]);
            path.append(encodedPieces.get(i + 1));
        }
        return path.toString();
    }
}
