/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.credential.CredentialReader;
import io.github.samedoor.credential.Secret;
import io.github.samedoor.identity.Caller;
import io.github.samedoor.identity.StoreUnavailableException;
import io.github.samedoor.identity.Tenant;
import io.github.samedoor.token.TenantTokens;
import io.github.samedoor.token.TokenHash;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Settles for which tenant a call is: the caller's own, or the one that a tenant token names for a caller without one.
 *
 * <p>A tenant token is no credential. A caller who belongs to a tenant can name no other: that is refused with 403, as is
 * an unknown token; two tenant headers are refused with 400. Put the filter behind the {@link AuthenticationFilter}.
 *
 * <p>Init-params, all optional:
 *
 * <ul>
 *   <li>{@code header}: the header that holds the tenant token, {@code X-Tenant-Token} by default
 *   <li>{@code required}: {@code false} (default), or {@code true} to refuse calls without a tenant with 403
 * </ul>
 *
 * <p>Tenants come from the application's {@link IdentityContext}. Every dispatch is judged anew; the tenant never outlives its dispatch. Thread-safe.
 */
public final class TenantFilter extends ConfiguredFilter<TenantFilter.Desk> {
    private static final String ATTRIBUTE = "io.github.samedoor.filter.Tenant";
    private static final String HEADER = "header";
    private static final String REQUIRED = "required";
    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /** Makes a filter that is configured by init-params. */
    public TenantFilter() {}

    /**
     * Makes a filter that is configured in code.
     *
     * @param tenants the tenants by token
     * @param header the header that holds the token
     * @param required whether calls without a tenant are refused
     */
    public TenantFilter(TenantTokens tenants, String header, boolean required) {
        super(new Desk(tenants, header, required));
    }

    /** The settings. */
    record Desk(TenantTokens tenants, String header, boolean required) {
        Desk {
            if (!FIELD_NAME.matcher(header).matches()) {
                throw new IllegalArgumentException(
                        "the init-param 'header' is the name of a header, such as X-Tenant-Token");
            }
        }
    }

    private sealed interface Named {
        record Nothing() implements Named {}

        record Known(Tenant tenant) implements Named {}

        record Wrong(Refusal refusal) implements Named {}
    }

    /**
     * Finds the tenant of a request.
     *
     * @param request a request that passed this filter
     * @return the tenant, or empty
     */
    public static Optional<Tenant> tenantOf(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Tenant tenant ? Optional.of(tenant) : Optional.empty();
    }

    @Override
    Set<String> parameters() {
        return Set.of(HEADER, REQUIRED);
    }

    @Override
    Desk configure(InitParameters parameters) {
        return new Desk(
                IdentityContext.of(parameters.context()).tenants(),
                parameters.text(HEADER).orElse("X-Tenant-Token"),
                parameters.choice(REQUIRED, List.of(Map.entry("false", false), Map.entry("true", true))));
    }

    @Override
    void filter(Desk desk, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Named named = named(desk, request);
        if (named instanceof Named.Wrong wrong) {
            wrong.refusal().send(request, response);
            return;
        }
        Optional<Tenant> own = request.getUserPrincipal() instanceof Caller caller ? caller.tenant() : Optional.empty();
        Optional<Tenant> shown = named instanceof Named.Known known ? Optional.of(known.tenant()) : Optional.empty();
        if (own.isPresent() && shown.isPresent() && !own.equals(shown)) {
            refuse(403, "Not your tenant").send(request, response);
        } else if (desk.required() && own.isEmpty() && shown.isEmpty()) {
            refuse(403, "Tenant required").send(request, response);
        } else {
            chain.doFilter(new TenantRequest(request, own.or(() -> shown)), response);
        }
    }

    private static Named named(Desk desk, HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders(desk.header());
        List<String> values = headers == null ? List.of() : Collections.list(headers);
        if (values.isEmpty()) {
            return new Named.Nothing();
        }
        if (values.size() > 1 || values.get(0).length() > CredentialReader.MAX_LENGTH) {
            return new Named.Wrong(refuse(400, "Malformed tenant header"));
        }
        try {
            return desk.tenants()
                    .tenant(TokenHash.of(new Secret(values.get(0))))
                    .<Named>map(Named.Known::new)
                    .orElseGet(() -> new Named.Wrong(refuse(403, "Unknown tenant")));
        } catch (StoreUnavailableException e) {
            request.getServletContext().log("No tenant can be looked up at the moment", e);
            return new Named.Wrong(Refusal.unavailable());
        }
    }

    private static Refusal refuse(int status, String error) {
        return new Refusal(status, error, List.of());
    }

    private static final class TenantRequest extends HttpServletRequestWrapper {
        private final Optional<Tenant> tenant;

        TenantRequest(HttpServletRequest request, Optional<Tenant> tenant) {
            super(request);
            this.tenant = tenant;
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return name.equals(ATTRIBUTE) ? tenant.orElse(null) : super.getAttribute(name);
        }
    }
}
