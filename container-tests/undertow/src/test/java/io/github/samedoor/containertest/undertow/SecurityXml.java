/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.undertow;

import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.LoginConfig;
import io.undertow.servlet.api.SecurityConstraint;
import io.undertow.servlet.api.SecurityInfo.EmptyRoleSemantic;
import io.undertow.servlet.api.TransportGuaranteeType;
import io.undertow.servlet.api.WebResourceCollection;
import java.util.Optional;

/**
 * Tells Undertow what a descriptor says of constraints and logins.
 *
 * @param info what Undertow shall deploy
 */
record SecurityXml(DeploymentInfo info) {
    void apply(Descriptor xml) {
        xml.all("security-role").forEach(role -> info.addSecurityRole(role.text("role-name")));
        xml.all("security-constraint").forEach(constraint -> info.addSecurityConstraint(constraint(constraint)));
        if (xml.first("deny-uncovered-http-methods").isPresent()) {
            info.setDenyUncoveredHttpMethods(true);
        }
        xml.first("login-config").map(SecurityXml::login).ifPresent(info::setLoginConfig);
    }

    private static SecurityConstraint constraint(Descriptor xml) {
        Optional<Descriptor> auth = xml.first("auth-constraint");
        SecurityConstraint constraint = new SecurityConstraint()
                .setEmptyRoleSemantic(auth.isPresent() ? EmptyRoleSemantic.DENY : EmptyRoleSemantic.PERMIT);
        auth.ifPresent(roles -> constraint.addRolesAllowed(roles.texts("role-name")));
        xml.first("user-data-constraint")
                .map(data -> data.text("transport-guarantee"))
                .map(TransportGuaranteeType::valueOf)
                .ifPresent(constraint::setTransportGuaranteeType);
        for (Descriptor collection : xml.all("web-resource-collection")) {
            constraint.addWebResourceCollection(new WebResourceCollection()
                    .addUrlPatterns(collection.texts("url-pattern"))
                    .addHttpMethods(collection.texts("http-method"))
                    .addHttpMethodOmissions(collection.texts("http-method-omission")));
        }
        return constraint;
    }

    private static LoginConfig login(Descriptor xml) {
        String method = xml.optional("auth-method").orElse("BASIC").replace('-', '_');
        String realm = xml.optional("realm-name").orElse("");
        Optional<Descriptor> form = xml.first("form-login-config");
        if (form.isPresent()) {
            return new LoginConfig(
                    method,
                    realm,
                    form.get().text("form-login-page"),
                    form.get().text("form-error-page"));
        }
        return new LoginConfig(method, realm);
    }
}
