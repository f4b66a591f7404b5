/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.session;

import io.github.samedoor.credential.Credential;
import io.github.samedoor.credential.CredentialVerifier;
import io.github.samedoor.credential.Verification;
import io.github.samedoor.identity.CallerDirectory;
import java.util.Optional;

/** Verifies the access tokens of sessions, which are bearer tokens; thread-safe. */
public final class SessionVerifier implements CredentialVerifier {
    private final SessionIssuer issuer;
    private final CallerDirectory callers;

    /**
     * Makes a verifier.
     *
     * @param issuer the sessions
     * @param callers who their users are
     */
    public SessionVerifier(SessionIssuer issuer, CallerDirectory callers) {
        this.issuer = issuer;
        this.callers = callers;
    }

    @Override
    public Verification verify(Credential.Presented credential) {
        boolean mine = credential instanceof Credential.Bearer
                && credential.secret().reveal().startsWith(SessionToken.ACCESS);
        if (!mine) {
            return new Verification.NotMine();
        }
        Optional<Session> session = issuer.find(credential.secret());
        return session.flatMap(found -> callers.caller(found.userId()))
                .<Verification>map(caller -> new Verification.Verified(
                        caller,
                        session.orElseThrow().access().id(),
                        session.map(found -> found.id().text())))
                .orElseGet(Verification.Rejected::new);
    }
}
