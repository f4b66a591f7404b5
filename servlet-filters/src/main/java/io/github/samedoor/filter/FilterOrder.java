/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The order in which the filters of this module work together: audit, authentication, tenant and rate
 * limits, roles.
 *
 * <p>It is checked where it is written down, in the mappings of {@code web.xml} (Servlet 6.0 section 6.2.4); the Servlet API
 * tells no order, so that of filters mapped in code or by annotations isn't checked.
 */
final class FilterOrder {
    /** Those of one place may stand either way. */
    private static final List<List<String>> ORDER = List.of(
            List.of(AuditFilter.class.getName()),
            List.of(AuthenticationFilter.class.getName()),
            List.of(TenantFilter.class.getName(), RateLimitFilter.class.getName()),
            List.of(RoleFilter.class.getName()));

    private record Mapping(String filter, int rank, String pattern) {}

    private FilterOrder() {}

    /** Checks the application's web.xml; an IllegalArgumentException names the two mappings and the mend. */
    static void check(ServletContext context) {
        try (InputStream in = context.getResourceAsStream("/WEB-INF/web.xml")) {
            if (in != null) {
                check(mappings(parse(in)));
            }
        } catch (IOException | SAXException | ParserConfigurationException e) {
            context.log("The order of the filters can't be checked, because web.xml can't be read here", e);
        }
    }

    private static void check(List<Mapping> mappings) {
        for (int i = 0; i < mappings.size(); i++) {
            for (Mapping later : mappings.subList(i, mappings.size())) {
                Mapping first = mappings.get(i);
                if (later.rank() < first.rank() && overlap(first.pattern(), later.pattern())) {
                    throw new IllegalArgumentException("in web.xml the mapping of the filter '" + first.filter()
                            + "' to " + first.pattern() + " stands before that of '" + later.filter() + "' to "
                            + later.pattern() + ": move it behind; the order is audit, authentication, tenant and"
                            + " rate limits, roles");
                }
            }
        }
    }

    private static boolean overlap(String one, String other) {
        return one.equals(other) || isBelow(one, other) || isBelow(other, one);
    }

    private static boolean isBelow(String wide, String narrow) {
        if (wide.startsWith("*.")) {
            return narrow.endsWith("*") || narrow.endsWith(wide.substring(1));
        }
        if (!wide.endsWith("/*")) {
            return false;
        }
        String root = wide.substring(0, wide.length() - 2);
        return narrow.equals(root) || narrow.startsWith(root + '/') || narrow.startsWith("*.");
    }

    private static List<Mapping> mappings(Document document) {
        Map<String, Integer> ranks = new HashMap<>();
        for (Element filter : elements(document.getDocumentElement(), "filter")) {
            rank(filter).ifPresent(rank -> ranks.put(text(filter, "filter-name"), rank));
        }
        List<Mapping> mappings = new ArrayList<>();
        for (Element mapping : elements(document.getDocumentElement(), "filter-mapping")) {
            String name = text(mapping, "filter-name");
            Optional.ofNullable(ranks.get(name))
                    .ifPresent(rank -> elements(mapping, "url-pattern")
                            .forEach(pattern -> mappings.add(new Mapping(
                                    name, rank, pattern.getTextContent().strip()))));
        }
        return mappings;
    }

    /** A limit for each address alone may stand anywhere. */
    private static Optional<Integer> rank(Element filter) {
        String type = text(filter, "filter-class");
        for (int i = 0; i < ORDER.size(); i++) {
            if (ORDER.get(i).contains(type)) {
                boolean anywhere = type.equals(RateLimitFilter.class.getName())
                        && elements(filter, "init-param").stream()
                                .map(parameter -> text(parameter, "param-name"))
                                .allMatch(List.of("per-address", "max-keys")::contains);
                return anywhere ? Optional.empty() : Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList children = parent.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        return elements(parent, name).stream()
                .findFirst()
                .map(element -> element.getTextContent().strip())
                .orElse("");
    }

    private static Document parse(InputStream in) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(in);
    }
}
