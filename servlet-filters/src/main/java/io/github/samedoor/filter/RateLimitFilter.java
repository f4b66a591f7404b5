/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import io.github.samedoor.filter.RateLimits.Permit;
import io.github.samedoor.filter.RateLimits.Taken;
import io.github.samedoor.identity.StoreUnavailableException;
import io.github.samedoor.ratelimit.RateDecision;
import io.github.samedoor.ratelimit.RateLimit;
import io.github.samedoor.ratelimit.RateLimiter;
import io.github.samedoor.route.HeaderField;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Limits how often one caller and one address may call, altogether and for single routes; what is too much is answered
 * 429 with {@code Retry-After}.
 *
 * <p>Every answer carries {@code RateLimit-Policy} and {@code RateLimit} fields
 * (draft-ietf-httpapi-ratelimit-headers-10) of the narrowest limit. Put the filter behind the
 * {@link AuthenticationFilter}, or callers aren't known and only addresses count.
 *
 * <p>Init-params, at least one of the first three:
 *
 * <ul>
 *   <li>{@code per-caller}: such as {@code 600/minute}, for each known caller
 *   <li>{@code per-address}: such as {@code 1200/minute}, for each address, whoever calls from there
 *   <li>{@code per-route}: one limit a line, such as {@code POST /orders/* 10/minute}, for each caller, and for each
 *       address of unknown ones; a route and its tool share it
 *   <li>{@code max-keys}: how many counters are kept, 100000 by default; when there are more, the newcomers share one
 * </ul>
 *
 * <p>A call counts once, whichever way it comes. A request counts at its first dispatch: its forwards, includes and error
 * pages go through. Where the filter guards an MCP endpoint too, a request with one tool call counts once, and each further call
 * of a batch once more. Counters live where the identity's live if that is a store that several nodes share, and in
 * this process if it isn't or while that store doesn't answer. The context-param {@code samedoor.trusted-proxies} says whose {@code X-Forwarded-For} counts. Thread-safe.
 */
public final class RateLimitFilter extends ConfiguredFilter<RateLimitFilter.Desk> {
    private static final String PER_CALLER = "per-caller";
    private static final String PER_ADDRESS = "per-address";
    private static final String PER_ROUTE = "per-route";
    private static final String MAX_KEYS = "max-keys";

    /** What the request that a thread is in has paid for already: a tool call is served within the request that asks for it. */
    @SuppressWarnings("ThreadLocalUsage") // a static one would be shared between applications
    private final ThreadLocal<List<Permit>> paid = new ThreadLocal<>();

    /** Makes a filter that is configured by init-params. */
    public RateLimitFilter() {}

    /**
     * Makes a filter that is configured in code.
     *
     * @param limiter counts the calls
     * @param perCaller the limit of each caller, or empty
     * @param perAddress the limit of each address, or empty
     */
    public RateLimitFilter(RateLimiter limiter, Optional<RateLimit> perCaller, Optional<RateLimit> perAddress) {
        super(new Desk(new RateLimits(limiter, perCaller, perAddress, List.of())));
    }

    /** The settings. */
    record Desk(RateLimits limits) {}

    @Override
    Set<String> parameters() {
        return Set.of(PER_CALLER, PER_ADDRESS, PER_ROUTE, MAX_KEYS);
    }

    @Override
    Desk configure(InitParameters parameters) {
        Optional<RateLimit> perCaller = parameters.text(PER_CALLER).map(text -> limit("caller", PER_CALLER, text));
        Optional<RateLimit> perAddress = parameters.text(PER_ADDRESS).map(text -> limit("address", PER_ADDRESS, text));
        List<RouteLimit> perRoute =
                parameters.text(PER_ROUTE).map(RateLimitFilter::routeLimits).orElse(List.of());
        if (perCaller.isEmpty() && perAddress.isEmpty() && perRoute.isEmpty()) {
            throw new IllegalArgumentException("there is no limit: set the init-param 'per-caller' or 'per-address',"
                    + " such as 600/minute, or 'per-route'");
        }
        int maxKeys = parameters.text(MAX_KEYS).map(RateLimitFilter::keys).orElse(BucketRateLimiter.STANDARD_KEYS);
        RateLimiter own = new BucketRateLimiter(maxKeys, System::nanoTime);
        RateLimiter limiter = IdentityContext.find(parameters.context())
                .map(IdentityContext::limiter)
                .filter(shared -> !(shared instanceof BucketRateLimiter))
                .<RateLimiter>map(shared -> new SpareRateLimiter(shared, own))
                .orElse(own);
        return new Desk(new RateLimits(limiter, perCaller, perAddress, perRoute));
    }

    @Override
    void started(Desk desk, FilterConfig config) {
        ClientAddress.of(config.getServletContext()); // a malformed list stops the start, not the first request
    }

    @Override
    void filter(Desk desk, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            chain.doFilter(request, response);
            return;
        }
        List<Permit> needed = desk.limits().neededBy(request);
        List<Permit> before = paid.get();
        if (before != null) {
            needed.removeIf(before::remove);
        }
        Optional<Taken> narrowest;
        try {
            narrowest = desk.limits().take(needed);
        } catch (StoreUnavailableException e) {
            request.getServletContext().log("No limit can be counted at the moment", e);
            Refusal.unavailable().send(request, response);
            return;
        }
        narrowest.ifPresent(taken -> tell(taken, response));
        if (narrowest.isPresent() && !narrowest.get().decision().granted()) {
            String wait = Long.toString(seconds(narrowest.get().decision()));
            new Refusal(429, "Too many requests", List.of(new HeaderField("Retry-After", wait)))
                    .send(request, response);
        } else if (before != null) {
            chain.doFilter(request, response);
        } else {
            goOn(needed, request, response, chain);
        }
    }

    private void goOn(List<Permit> permits, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        paid.set(permits);
        try {
            chain.doFilter(request, response);
        } finally {
            paid.remove();
        }
    }

    private static void tell(Taken taken, HttpServletResponse response) {
        RateLimit limit = taken.limit();
        long remaining = taken.decision().remaining();
        long seconds = limit.window().toSeconds();
        long untilFull = ((limit.permits() - remaining) * seconds + limit.permits() - 1) / limit.permits();
        response.setHeader("RateLimit-Policy", '"' + limit.name() + "\";q=" + limit.permits() + ";w=" + seconds);
        response.setHeader("RateLimit", '"' + limit.name() + "\";r=" + remaining + ";t=" + untilFull);
    }

    /** Rounds up: a client that waits so long is let through. */
    private static long seconds(RateDecision decision) {
        return Math.max(1, decision.retryAfter().plusNanos(999_999_999).toSeconds());
    }

    private static RateLimit limit(String name, String parameter, String text) {
        try {
            return RateLimit.parse(name, text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the init-param '" + parameter + "': " + e.getMessage(), e);
        }
    }

    private static List<RouteLimit> routeLimits(String text) {
        try {
            return RouteLimit.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the init-param 'per-route': " + e.getMessage(), e);
        }
    }

    private static int keys(String text) {
        try {
            return Math.max(1, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the init-param 'max-keys' is a number, such as 100000", e);
        }
    }
}
