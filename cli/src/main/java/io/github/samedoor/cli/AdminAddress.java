/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.samedoor.credential.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address of a running application that asks for an administrator's credential.
 *
 * @param url where it is
 * @param authorization the administrator's Authorization header
 */
record AdminAddress(URI url, Secret authorization) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Checks an address before the credential is asked for: it must be one that nobody can listen on. */
    static AdminAddress of(@Nullable URI url, String example, Optional<Path> credentialFile)
            throws IOException, Failure {
        if (url == null || url.getHost() == null || url.getRawQuery() != null) {
            throw new Failure("the address isn't whole: write it as " + example);
        }
        boolean here = List.of("localhost", "127.0.0.1", "[::1]").contains(url.getHost());
        if (!"https".equals(url.getScheme()) && !(here && "http".equals(url.getScheme()))) {
            throw new Failure(
                    "the address must be https, or everybody on the way could read the credential; http is for this"
                            + " machine alone");
        }
        return new AdminAddress(url, SecretInput.credential(credentialFile));
    }

    /** Sends with the credential, which a redirect never takes elsewhere, and answers the body. */
    String send(HttpRequest.Builder request) throws IOException, Failure {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> response = client.send(
                    request.header("Authorization", authorization.reveal())
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new Failure(url + " answered " + response.statusCode() + reason(response.body()));
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while waiting for " + url);
        }
    }

    private static String reason(String body) {
        try {
            JsonNode error = JSON.readTree(body).path("error");
            return error.isTextual() ? ": " + error.textValue().replaceAll("\\p{Cntrl}", " ") : "";
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
