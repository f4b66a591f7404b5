/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.settings;

import io.github.samedoor.mcp.catalog.ToolsFile;
import io.github.samedoor.mcp.door.DoorSettings;
import io.github.samedoor.mcp.feature.FeaturesFile;
import io.github.samedoor.mcp.result.LoginPages;
import io.github.samedoor.mcp.revision.Offer;
import io.github.samedoor.mcp.revision.ServerInfo;
import io.github.samedoor.mcp.stream.StreamLimits;
import io.github.samedoor.mcp.wire.JsonLimits;
import io.github.samedoor.mcp.wire.OriginGuard;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How one endpoint is set up.
 *
 * <p>Immutable and thread-safe.
 *
 * @param servletName the name of its servlet, for messages
 * @param toolsFile where the tools file is in the application
 * @param featuresFile where the file of resources and prompts is, if there is one
 * @param limits what a request may carry
 * @param door the limits of its calls and what they carry over
 * @param origins which web pages and host names are served
 * @param server what the server says about itself
 * @param listsAll whether lists show every tool, rather than those that the caller may call
 * @param pageSize how many tools a page of a list has
 * @param resourceMetadata the URL of the protected resource's metadata (RFC 9728), where there is one
 * @param streams how many streams clients may keep open
 * @param keyFile the file with the secret that the nodes of an application share, where it has one
 * @param loginPages which redirects of a route mean "not logged in"
 */
public record EndpointSettings(
        String servletName,
        String toolsFile,
        String featuresFile,
        JsonLimits limits,
        DoorSettings door,
        OriginGuard origins,
        ServerInfo server,
        boolean listsAll,
        int pageSize,
        Optional<String> resourceMetadata,
        StreamLimits streams,
        Optional<String> keyFile,
        LoginPages loginPages) {
    private static final int MEBIBYTE = 1 << 20;
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Set<String> NEVER_CARRIED = Set.of(
            "cookie",
            "set-cookie",
            "accept",
            "content-type",
            "content-length",
            "content-encoding",
            "transfer-encoding",
            "te",
            "trailer",
            "connection",
            "upgrade",
            "expect",
            "origin");
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+");
    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9.-]+)(:[0-9]{1,5})?");

    /**
     * Reads the init-params of an endpoint's servlet.
     *
     * @param servletName the servlet's name
     * @param initParameters its init-params by name; what isn't there has a default
     * @return the settings
     * @throws SettingsException if a parameter is unknown or malformed; the message names all of them
     */
    public static EndpointSettings from(String servletName, Map<String, String> initParameters) {
        InitParameters parameters = new InitParameters(initParameters);
        EndpointSettings settings = read(servletName, parameters);
        List<String> problems = parameters.problems();
        if (!problems.isEmpty()) {
            throw new SettingsException(servletName, problems);
        }
        return settings;
    }

    private static EndpointSettings read(String servletName, InitParameters parameters) {
        String toolsFile = parameters
                .text(
                        "tools-file",
                        path -> path.startsWith("/"),
                        "write a path that starts with '/', such as " + ToolsFile.DEFAULT_RESOURCE)
                .orElse(ToolsFile.DEFAULT_RESOURCE);
        Optional<String> visibility =
                parameters.text("tool-visibility", List.of("authorized", "all")::contains, "write authorized or all");
        return new EndpointSettings(
                servletName,
                toolsFile,
                parameters
                        .text(
                                "features-file",
                                path -> path.startsWith("/"),
                                "write a path that starts with '/', such as " + FeaturesFile.DEFAULT_RESOURCE)
                        .orElse(FeaturesFile.DEFAULT_RESOURCE),
                limits(parameters),
                door(parameters),
                origins(parameters),
                server(parameters),
                visibility.filter("all"::equals).isPresent(),
                parameters.number("page-size", 250, 1, 10_000),
                parameters.text("resource-metadata", EndpointSettings::isWebUrl, "write the document's whole URL"),
                streams(parameters),
                parameters.text(
                        "key-file",
                        file -> Path.of(file).isAbsolute(),
                        "write the absolute path of a file outside of the application"),
                new LoginPages(parameters.list(
                        "login-pages", path -> path.startsWith("/"), "write paths that start with '/'")));
    }

    private static DoorSettings door(InitParameters parameters) {
        DoorSettings defaults = DoorSettings.defaults();
        Set<String> carried = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        carried.addAll(defaults.carriedHeaders());
        boolean cookies = cookies(parameters);
        if (cookies) {
            carried.addAll(DoorSettings.COOKIE_HEADERS);
        }
        carried.addAll(parameters.list(
                "carry-headers",
                name -> HEADER.matcher(name).matches() && !NEVER_CARRIED.contains(name.toLowerCase(Locale.ROOT)),
                "write header names such as X-Forwarded-For; cookies and what describes the body are never carried"));
        return new DoorSettings(
                parameters.number("max-answer-bytes", defaults.answerLimit(), 1_024, 256 * MEBIBYTE),
                Duration.ofSeconds(parameters.number(
                        "timeout-seconds", (int) defaults.timeout().toSeconds(), 1, 3_600)),
                parameters.number("max-calls-per-caller", defaults.callsPerCaller(), 1, 10_000),
                parameters.number("max-calls", defaults.calls(), 1, 100_000),
                carried,
                cookies);
    }

    private static boolean cookies(InitParameters parameters) {
        return parameters
                .text("cookies", List.of("off", "on")::contains, "write on or off")
                .filter("on"::equals)
                .isPresent();
    }

    private static StreamLimits streams(InitParameters parameters) {
        StreamLimits defaults = StreamLimits.defaults();
        return new StreamLimits(
                parameters.number("max-streams-per-caller", defaults.perCaller(), 1, 10_000),
                parameters.number("max-streams", defaults.all(), 1, 100_000),
                Duration.ofSeconds(parameters.number(
                        "stream-keep-alive-seconds", (int) defaults.keepAlive().toSeconds(), 1, 600)),
                Duration.ofSeconds(parameters.number(
                        "stream-seconds", (int) defaults.lifetime().toSeconds(), 1, 86_400)));
    }

    private static JsonLimits limits(InitParameters parameters) {
        JsonLimits defaults = JsonLimits.defaults();
        return new JsonLimits(
                parameters.number("max-body-bytes", defaults.bodyBytes(), 1_024, 256 * MEBIBYTE),
                parameters.number("max-json-depth", defaults.depth(), 8, 500),
                parameters.number("max-json-keys", defaults.keys(), 16, 100_000),
                parameters.number("max-json-string", defaults.stringChars(), 1_024, 256 * MEBIBYTE),
                parameters.number("max-json-number", defaults.numberChars(), 20, 1_000),
                parameters.number("max-json-name", defaults.nameChars(), 64, 10_000));
    }

    private static OriginGuard origins(InitParameters parameters) {
        return new OriginGuard(
                parameters.list(
                        "allowed-origins",
                        origin -> ORIGIN.matcher(origin).matches(),
                        "write origins such as https://app.example.com, without a path"),
                parameters.list(
                        "allowed-hosts",
                        host -> HOST.matcher(host).matches(),
                        "write host names such as app.example.com, with a port or without"),
                cookies(parameters));
    }

    private static ServerInfo server(InitParameters parameters) {
        return new ServerInfo(
                parameters.text("server-name", "samedoor"),
                parameters.text("server-version", "1"),
                parameters.text("instructions", ""),
                Offer.toolsAlone());
    }

    private static boolean isWebUrl(String text) {
        try {
            URI uri = URI.create(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null && text.indexOf('"') < 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
