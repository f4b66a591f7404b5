/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp.door.container;

import io.github.samedoor.mcp.door.container.SecurityConstraint.Permission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The constraints of an application on Undertow: those of the deployment, and those of each servlet, which count for the
 * patterns that the former don't name.
 *
 * @param deployment the {@code DeploymentInfo}
 */
record UndertowConstraints(Reflected deployment) {
    List<SecurityConstraint> read(List<Reflected> servlets) {
        List<SecurityConstraint> constraints = new ArrayList<>();
        for (Object constraint : deployment.call("getSecurityConstraints").iterable()) {
            addAll(new Reflected(constraint), constraints);
        }
        Set<UrlPattern> named = new HashSet<>();
        constraints.forEach(constraint -> named.addAll(constraint.patterns()));
        for (Reflected servlet : servlets) {
            Optional<Object> security = servlet.callForValue("getServletSecurityInfo");
            List<UrlPattern> patterns = patterns(servlet.call("getMappings"));
            patterns.removeAll(named);
            if (security.isPresent() && !patterns.isEmpty()) {
                addAll(new Reflected(security.get()), patterns, constraints);
            }
        }
        return List.copyOf(constraints);
    }

    private void addAll(Reflected constraint, List<SecurityConstraint> constraints) {
        for (Object collection : constraint.call("getWebResourceCollections").iterable()) {
            Reflected reflected = new Reflected(collection);
            List<UrlPattern> patterns = patterns(reflected.call("getUrlPatterns"));
            if (patterns.isEmpty()) {
                throw new UnreadableContainerException(
                        "A security constraint without a URL pattern can't be evaluated");
            }
            Set<String> methods = texts(reflected.call("getHttpMethods"));
            Set<String> omitted = texts(reflected.call("getHttpMethodOmissions"));
            // The context root is never found by its own pattern.
            patterns.remove(new UrlPattern(""));
            boolean omits = methods.isEmpty() && !omitted.isEmpty();
            constraints.add(new SecurityConstraint(
                    patterns, omits ? omitted : methods, omits, permission(constraint), isConfidential(constraint)));
        }
    }

    /** Adds what a servlet asks for: for some methods by name, and for all others. */
    private void addAll(Reflected security, List<UrlPattern> patterns, List<SecurityConstraint> constraints) {
        Set<String> methods = new HashSet<>();
        for (Object method : security.call("getHttpMethodSecurityInfo").iterable()) {
            Reflected reflected = new Reflected(method);
            String name = reflected.call("getMethod").text();
            methods.add(name);
            Permission permission = permission(reflected);
            if (!(permission instanceof Permission.Everybody)) {
                constraints.add(
                        new SecurityConstraint(patterns, Set.of(name), false, permission, isConfidential(reflected)));
            }
        }
        Permission others = permission(security);
        if (methods.isEmpty() || !(others instanceof Permission.Everybody)) {
            constraints.add(
                    new SecurityConstraint(patterns, methods, !methods.isEmpty(), others, isConfidential(security)));
        }
    }

    private Permission permission(Reflected security) {
        Set<String> roles = texts(security.call("getRolesAllowed"));
        Set<String> declared = texts(deployment.call("getSecurityRoles"));
        if (roles.remove("*")) {
            roles.addAll(declared);
        }
        if (roles.contains("**") && !declared.contains("**")) {
            return new Permission.Authenticated();
        }
        if (!roles.isEmpty()) {
            return new Permission.OneOf(roles);
        }
        return switch (security.call("getEmptyRoleSemantic").text()) {
            case "PERMIT" -> new Permission.Everybody();
            case "AUTHENTICATE" -> new Permission.Authenticated();
            default -> new Permission.Nobody();
        };
    }

    private static boolean isConfidential(Reflected security) {
        return !security.call("getTransportGuaranteeType").text().equals("NONE");
    }

    private static List<UrlPattern> patterns(Reflected texts) {
        List<UrlPattern> patterns = new ArrayList<>();
        texts.iterable().forEach(text -> patterns.add(new UrlPattern((String) text)));
        return patterns;
    }

    private static Set<String> texts(Reflected texts) {
        Set<String> set = new HashSet<>();
        texts.iterable().forEach(text -> set.add((String) text));
        return set;
    }
}
