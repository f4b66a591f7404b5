/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The admin API of a running application.
 *
 * @param address where its token servlet is mapped
 */
record RunningApplication(AdminAddress address) implements TokenPlace {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public JsonNode create(Wish wish) throws IOException, Failure {
        ObjectNode body = JSON.createObjectNode().put("kind", wish.kind()).put("owner", wish.owner());
        wish.label().ifPresent(label -> body.put("label", label));
        wish.life().ifPresent(life -> body.put("expiresIn", life.toString()));
        HttpRequest.Builder request = HttpRequest.newBuilder(address.url())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        return JSON.readTree(address.send(request));
    }

    @Override
    public JsonNode list(Optional<String> owner) throws IOException, Failure {
        String query = owner.map(id -> "?owner=" + encoded(id)).orElse("");
        return JSON.readTree(address.send(HttpRequest.newBuilder(URI.create(address.url() + query))))
                .path("tokens");
    }

    @Override
    public void revoke(String id) throws IOException, Failure {
        address.send(HttpRequest.newBuilder(URI.create(address.url() + "/" + encoded(id)))
                .DELETE());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
