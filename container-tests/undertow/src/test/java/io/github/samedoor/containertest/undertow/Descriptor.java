/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.undertow;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * An element of a deployment descriptor.
 *
 * @param element the element
 */
record Descriptor(Element element) {
    /** Reads {@code web.xml} or a web fragment. */
    static Descriptor read(InputStream in) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new Descriptor(factory.newDocumentBuilder().parse(in).getDocumentElement());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("The descriptor can't be read", e);
        }
    }

    /** Returns the elements of a name that stand directly in this one. */
    List<Descriptor> all(String name) {
        List<Descriptor> found = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && name.equals(child.getLocalName())) {
                found.add(new Descriptor(child));
            }
        }
        return found;
    }

    Optional<Descriptor> first(String name) {
        return all(name).stream().findFirst();
    }

    List<String> texts(String name) {
        return all(name).stream().map(Descriptor::text).toList();
    }

    Optional<String> optional(String name) {
        return first(name).map(Descriptor::text);
    }

    String text(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException("There is no <" + name + "> in " + this));
    }

    String text() {
        return element.getTextContent().strip();
    }

    boolean isTrue(String name) {
        return optional(name).filter("true"::equals).isPresent();
    }

    /** Hands on each pair of name and value of elements such as {@code init-param}. */
    void params(String name, BiConsumer<String, String> consumer) {
        all(name).forEach(param -> consumer.accept(param.text("param-name"), param.text("param-value")));
    }

    @Override
    public String toString() {
        return "<" + element.getLocalName() + ">";
    }
}
