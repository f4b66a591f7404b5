/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.samedoor.credential.Secret;
import io.github.samedoor.token.TokenHash;
import io.github.samedoor.token.TokenMint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Optional;

/**
 * An identity file on this machine; what is changed counts when the application starts next.
 *
 * @param path where it is
 * @param clock dates new tokens
 */
record IdentityFile(Path path, Clock clock) implements TokenPlace {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public JsonNode create(Wish wish) throws IOException, Failure {
        ObjectNode root = read();
        if (!hasUser(root, wish.owner())) {
            throw new Failure(path + " has no user with the id " + wish.owner());
        }
        Secret secret = new TokenMint(new SecureRandom()).mint(wish.kind().equals("bearer") ? "token-" : "key-");
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        ObjectNode entry = tokens(root).addObject();
        entry.put("kind", wish.kind()).put("sha256", TokenHash.of(secret).hex()).put("owner", wish.owner());
        wish.label().ifPresent(label -> entry.put("label", label));
        entry.put("created", now.toString());
        wish.life().ifPresent(life -> entry.put("expires", now.plus(life).toString()));
        write(root);
        ObjectNode answer = JSON.createObjectNode().put("token", secret.reveal());
        answer.setAll(described(entry));
        return answer;
    }

    @Override
    public JsonNode list(Optional<String> owner) throws IOException, Failure {
        ArrayNode found = JSON.createArrayNode();
        for (JsonNode entry : tokens(read())) {
            if (owner.map(entry.path("owner").asText()::equals).orElse(true)) {
                found.add(described(entry));
            }
        }
        return found;
    }

    @Override
    public void revoke(String id) throws IOException, Failure {
        ObjectNode root = read();
        int removed = 0;
        for (Iterator<JsonNode> entries = tokens(root).iterator(); entries.hasNext(); ) {
            String hash = entries.next().path("sha256").asText();
            if (hash.equalsIgnoreCase(id) || (id.length() == 8 && hash.regionMatches(true, 0, id, 0, 8))) {
                entries.remove();
                removed++;
            }
        }
        if (removed != 1) {
            throw new Failure(path + " has " + (removed == 0 ? "no token" : "several tokens") + " with the id " + id);
        }
        write(root);
    }

    private ObjectNode read() throws IOException, Failure {
        try {
            if (JSON.readTree(Files.readAllBytes(path)) instanceof ObjectNode root) {
                return root;
            }
        } catch (JsonProcessingException e) {
            // The exception's own message would quote the file.
            throw new Failure(path + " isn't JSON, or a name stands twice, at line "
                    + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()));
        }
        throw new Failure(path + " isn't a JSON object");
    }

    /** Writes beside the file and moves over it, so that it is never half. */
    private void write(ObjectNode root) throws IOException {
        Path beside = Files.createTempFile(path.toAbsolutePath().getParent(), "identity", ".tmp");
        try {
            Files.writeString(beside, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
            if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(path));
            }
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private ArrayNode tokens(ObjectNode root) throws Failure {
        JsonNode tokens = root.path("tokens");
        if (tokens.isMissingNode()) {
            return root.putArray("tokens");
        }
        if (tokens instanceof ArrayNode array) {
            return array;
        }
        throw new Failure(path + ": tokens must be a list");
    }

    private static boolean hasUser(ObjectNode root, String id) {
        for (JsonNode user : root.path("users")) {
            if (user.path("id").asText().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private static ObjectNode described(JsonNode entry) {
        ObjectNode json = entry.deepCopy();
        String hash = entry.path("sha256").asText();
        json.remove("sha256");
        return json.put("id", hash.substring(0, Math.min(8, hash.length())));
    }
}
