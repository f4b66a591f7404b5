/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.access.AccessDecision;
import io.github.samedoor.access.AccessPolicy;
import io.github.samedoor.access.AccessRules;
import io.github.samedoor.access.Requirement;
import io.github.samedoor.access.Subject;
import io.github.samedoor.access.UrlPattern;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a call through if its caller has a role that the call's path and method demand.
 *
 * <p>It asks the request itself who calls, so it works behind an {@link AuthenticationFilter} and behind any other
 * security that fills {@code getUserPrincipal} and {@code isUserInRole}. It decides on the decoded servlet path and path
 * info of the dispatch; a path that could be read in two ways ({@code ;}, {@code //}, dot segments, encoded slashes,
 * {@code %25}, control characters) is refused with 400. A {@code ;jsessionid=} at the end is let through.
 *
 * <p>Init-params:
 *
 * <ul>
 *   <li>{@code rules}: one rule a line, as {@link io.github.samedoor.access.AccessRule#parse} reads them; the first that
 *       matches decides
 *   <li>{@code unmatched}: what a call that no rule is about demands: {@code denied} (default), {@code authenticated} or
 *       {@code open}. Map the filter on the paths that it shall guard; a filter on {@code /*} guards all of them
 *   <li>{@code realm}: the realm of its challenges where no {@link AuthenticationFilter} comes before it,
 *       {@code samedoor} by default
 * </ul>
 *
 * <p>Every dispatch that the filter is mapped for is judged, under every dispatcher type. With {@code FORWARD},
 * {@code INCLUDE} or {@code ERROR} the rules must therefore also cover the views and error pages that the application
 * dispatches to, such as {@code * /WEB-INF/* open}. The policy is published as {@link AccessPolicy#ATTRIBUTE}, limited to
 * the url-patterns of this filter. Thread-safe.
 */
public final class RoleFilter extends ConfiguredFilter<RoleFilter.Desk> {
    private static final String RULES = "rules";
    private static final String UNMATCHED = "unmatched";
    private static final String REALM = "realm";

    /** Makes a filter that is configured by init-params. */
    public RoleFilter() {}

    /**
     * Makes a filter that is configured in code.
     *
     * @param policy decides about each call
     * @param realm the realm of the challenges
     */
    public RoleFilter(AccessPolicy policy, String realm) {
        super(new Desk(policy, new Challenges(realm, List.of("Bearer"))));
    }

    /** The settings. */
    record Desk(AccessPolicy policy, Challenges challenges) {}

    @Override
    Set<String> parameters() {
        return Set.of(RULES, UNMATCHED, REALM);
    }

    @Override
    Desk configure(InitParameters parameters) {
        Requirement unmatched = parameters.choice(
                UNMATCHED,
                List.of(
                        Map.entry("denied", new Requirement.Denied()),
                        Map.entry("authenticated", new Requirement.Authenticated()),
                        Map.entry("open", new Requirement.Open())));
        AccessRules rules = AccessRules.parse(
                parameters
                        .text(RULES)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "the init-param 'rules' is missing: give one rule a line, such as * /admin/* admin")),
                unmatched);
        IdentityContext.find(parameters.context()).ifPresent(identity -> requireDeclared(rules, identity));
        return new Desk(
                rules, new Challenges(parameters.text(REALM).orElse(Challenges.DEFAULT_REALM), List.of("Bearer")));
    }

    @Override
    void started(Desk desk, FilterConfig config) {
        ServletContext context = config.getServletContext();
        AccessPolicy mine = limitedToMappings(desk.policy(), config);
        AccessPolicy joined =
                context.getAttribute(AccessPolicy.ATTRIBUTE) instanceof AccessPolicy other ? other.and(mine) : mine;
        context.setAttribute(AccessPolicy.ATTRIBUTE, joined);
    }

    @Override
    void filter(Desk desk, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> path = RequestPath.of(request);
        if (path.isEmpty()) {
            new Refusal(400, "Ambiguous path", List.of()).send(request, response);
            return;
        }
        Subject subject = Subject.of(request.getUserPrincipal() != null, request::isUserInRole);
        AccessDecision decision = desk.policy().decide(request.getMethod(), path.get(), subject);
        if (decision instanceof AccessDecision.Granted) {
            chain.doFilter(request, response);
        } else if (decision instanceof AccessDecision.Forbidden forbidden) {
            challenges(desk, request).forbidden(forbidden).send(request, response);
        } else {
            unauthenticated(desk, request).send(request, response);
        }
    }

    /** Gives the answer that the authentication filter would have given. */
    private static Refusal unauthenticated(Desk desk, HttpServletRequest request) {
        return request.getAttribute(Refusal.ATTRIBUTE) instanceof Refusal refusal
                ? refusal
                : challenges(desk, request).noCredential();
    }

    private static Challenges challenges(Desk desk, HttpServletRequest request) {
        return Challenges.of(request).orElse(desk.challenges());
    }

    private static void requireDeclared(AccessRules rules, IdentityContext identity) {
        for (String role : rules.roles()) {
            if (identity.roles().role(role).isEmpty()) {
                throw new IllegalArgumentException("the init-param 'rules' names the role '" + role
                        + "', which the identity file doesn't declare: declare it under \"roles\", or mend the name");
            }
        }
    }

    /** The filter doesn't run elsewhere, so its policy must not speak of other paths. */
    private static AccessPolicy limitedToMappings(AccessPolicy policy, FilterConfig config) {
        ServletContext context = config.getServletContext();
        FilterRegistration registration = context.getFilterRegistration(config.getFilterName());
        if (registration == null || isMappedByName(registration, context)) {
            return policy;
        }
        Collection<String> patterns = registration.getUrlPatternMappings();
        if (isEmpty(patterns) || patterns.stream().anyMatch(String::isEmpty)) {
            return policy;
        }
        List<UrlPattern> mapped = patterns.stream().map(UrlPattern::new).toList();
        return (method, path, subject) -> mapped.stream().anyMatch(pattern -> pattern.matches(path))
                ? policy.decide(method, path, subject)
                : new AccessDecision.Granted();
    }

    /** A servlet without a URL, such as one that is only forwarded to, adds no path to those that the filter guards. */
    private static boolean isMappedByName(FilterRegistration filter, ServletContext context) {
        Collection<String> names = filter.getServletNameMappings();
        return !isEmpty(names)
                && names.stream()
                        .map(context::getServletRegistration)
                        .anyMatch(servlet -> servlet == null || !isEmpty(servlet.getMappings()));
    }

    private static boolean isEmpty(@Nullable Collection<String> values) {
        return values == null || values.isEmpty();
    }
}
