/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.NamingManager;

/** What a container hands out by JNDI names. */
final class ContainerNames {
    private final Map<String, Object> known = new ConcurrentHashMap<>();

    /** Makes this what the process looks names up in; it can be done once. */
    static ContainerNames install() throws NamingException {
        ContainerNames names = new ContainerNames();
        NamingManager.setInitialContextFactoryBuilder(environment -> settings -> names.new Names());
        return names;
    }

    void put(String name, Object value) {
        known.put(name, value);
    }

    private final class Names extends InitialContext {
        Names() throws NamingException {
            super(true);
        }

        @Override
        public Object lookup(String name) throws NamingException {
            return Optional.ofNullable(known.get(name)).orElseThrow(() -> new NameNotFoundException(name));
        }
    }
}
