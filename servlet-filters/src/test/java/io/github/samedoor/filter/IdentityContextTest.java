/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.filter;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.sameInstance;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.credential.Secret;
import io.github.samedoor.identity.RoleModel;
import io.github.samedoor.identity.Tenant;
import io.github.samedoor.password.InMemoryUserDirectory;
import io.github.samedoor.password.LoginResult;
import io.github.samedoor.password.User;
import io.github.samedoor.token.TokenHash;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityContextTest {
    @TempDir
    Path webapp;

    @Test
    void filtersAndServletsShareOneIdentity() throws Exception {
        try (TestApp app = TestApp.withDemoIdentity(webapp)
                .filter(AuthenticationFilter.class, "/*", Map.of())
                .filter(TenantFilter.class, "/*", Map.of())
                .start()) {
            IdentityContext identity = IdentityContext.of(app.context());
            assertThat(IdentityContext.of(app.context()), is(sameInstance(identity)));
            assertThat(app.context().getAttribute(IdentityContext.ATTRIBUTE), is(sameInstance(identity)));
        }
    }

    @Test
    void theFileSaysWhoThereIs() throws Exception {
        try (TestApp app = TestApp.withDemoIdentity(webapp).start()) {
            IdentityContext identity = IdentityContext.of(app.context());
            assertThat(identity.users().all().size(), is(3));
            assertThat(identity.users().byName("alice").orElseThrow().tenant(), is(Optional.of(new Tenant("a"))));
            assertThat(identity.tokens().ownedBy("2").size(), is(1));
            assertThat(
                    identity.tenants().tenant(TokenHash.of(new Secret("tenant-b-token"))),
                    is(Optional.of(new Tenant("b"))));
        }
    }

    @Test
    void theDemoPasswordsLogInAndOthersDoNot() throws Exception {
        try (TestApp app = TestApp.withDemoIdentity(webapp).start()) {
            IdentityContext identity = IdentityContext.of(app.context());
            LoginResult right = identity.login().attempt("alice", new Secret("password123"), "192.0.2.1");
            assertThat(right, instanceOf(LoginResult.Accepted.class));
            LoginResult wrong = identity.login().attempt("alice", new Secret("admin123"), "192.0.2.1");
            assertThat(wrong, is(new LoginResult.Refused()));
        }
    }

    @Test
    void aHasherOfAnOptionalModuleReplacesAHashOfTheBuiltInOneAtTheNextLogin() throws Exception {
        try (TestApp app = TestApp.withDemoIdentity(webapp).start()) {
            IdentityContext identity = IdentityContext.of(app.context());
            for (String form : List.of("$pbkdf2-sha256$", "$argon2id$v=19$m=19456,t=2,p=1$")) {
                assertThat(
                        identity.users()
                                .byName("alice")
                                .flatMap(User::password)
                                .orElseThrow()
                                .encoded(),
                        startsWith(form));
                assertThat(
                        identity.login().attempt("alice", new Secret("password123"), "192.0.2.1"),
                        instanceOf(LoginResult.Accepted.class));
            }
        }
    }

    @Test
    void sessionsAndLoginLimitsAreSetInTheFile() throws Exception {
        String json = "{\"roles\":{},\"users\":[{\"id\":\"1\",\"name\":\"a\",\"roles\":[]}],"
                + "\"sessions\":{\"access\":\"PT5M\"},\"login\":{\"perAccount\":\"1/hour\"}}";
        try (TestApp app = TestApp.withIdentity(webapp, json).start()) {
            IdentityContext identity = IdentityContext.of(app.context());
            assertThat(identity.sessions().issue("1").expiresIn(), is(Duration.ofMinutes(5)));
            identity.login().attempt("a", new Secret("x"), "192.0.2.1");
            assertThat(
                    identity.login().attempt("a", new Secret("x"), "192.0.2.1"),
                    instanceOf(LoginResult.Throttled.class));
        }
    }

    @Test
    void demoCredentialsAreRefusedOutsideDemoMode() throws Exception {
        for (String demo : List.of("false", "", "yes", "TRUE")) {
            TestApp app = TestApp.withDemoIdentity(webapp)
                    .contextParam(IdentityContext.DEMO_PARAMETER, demo)
                    .filter(AuthenticationFilter.class, "/*", Map.of());
            assertThat(
                    StartFailure.of(app),
                    allOf(
                            containsString("/WEB-INF/identity.json: it holds demo credentials"),
                            containsString("samedoor.demo")));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"roles":                                                       | it isn't JSON
                    {"roles":{}} {}                                                 | it isn't JSON
                    {"roles":{},"roles":{}}                                         | a name stands twice
                    []                                                              | the file must be a JSON object
                    {"role":{}}                                                     | role is unknown; there are: demo
                    {"roles":[]}                                                    | roles must be a JSON object
                    {"roles":{"admin":["user"]}}                                    | roles: Role admin implies user
                    {"roles":{"a":["b"],"b":["a"]}}                                 | roles: Roles imply each other
                    {"demo":"true"}                                                 | demo must be true or false
                    {"users":{}}                                                    | users must be a list
                    {"users":[{}]}                                                  | users[0].id is missing
                    {"users":[{"id":1,"name":"a"}]}                                 | users[0].id must be a text
                    {"users":[{"id":"1","name":"a","roles":["x"]}]}                 | users[0].roles: the role 'x' isn't declared
                    {"users":[{"id":"1","name":"a","passwordHash":"secret-pw"}]}    | users[0].passwordHash: it isn't a password hash
                    {"users":[{"id":"1","name":"a","password":"secret-pw"}]}        | users[0].password is unknown
                    {"users":[{"id":"1","name":"a","tenant":"x"}]}                  | users[0].tenant: the tenant 'x' isn't declared
                    {"users":[{"id":"1","name":"a"},{"id":"1","name":"b"}]}         | Two users have the id 1
                    {"tenants":[{"id":"a"},{"id":"a"}]}                             | tenants[1].id: the tenant a stands twice
                    {"tokens":[{"kind":"bearer","sha256":"secret-pw","owner":"1"}]} | tokens[0].sha256: A token's hash is
                    {"tokens":[{"kind":"basic","sha256":"@","owner":"1"}]}          | tokens[0].kind: it is bearer or apiKey
                    {"tokens":[{"kind":"bearer","sha256":"@","owner":"1"}]}         | tokens[0].owner: no user has the id '1'
                    {"tokens":[{"kind":"bearer","sha256":"@","owner":"1","expires":"2027"}]} | tokens[0].expires: it is a moment in UTC
                    {"sessions":{"idle":"30"}}                                      | sessions.idle: it is an ISO-8601 duration
                    {"sessions":{"idle":"PT0S"}}                                    | lifetime 'idle' is more than zero
                    {"login":{"perAddress":"many"}}                                 | login.perAddress: A rate limit is written like
                    """)
    void aMalformedFileStopsTheStartWithFileEntryAndMend(String json, String message) throws Exception {
        TestApp app = TestApp.withIdentity(webapp, json.replace("@", "0".repeat(64)))
                .filter(AuthenticationFilter.class, "/*", Map.of());
        String complaint = StartFailure.of(app);
        assertThat(complaint, containsString("/WEB-INF/identity.json: "));
        assertThat(complaint, containsString(message));
        assertThat(complaint, not(containsString("secret-pw")));
    }

    @Test
    void aFileThatIsMissingOrCouldBeDownloadedIsRefused() throws Exception {
        assertThat(
                StartFailure.of(named("/WEB-INF/none.json")),
                containsString("/WEB-INF/none.json: there is no such file"));
        assertThat(StartFailure.of(named("/identity.json")), containsString("could be downloaded"));
        assertThat(StartFailure.of(named("/WEB-INF/../identity.json")), containsString("could be downloaded"));
        TestApp nameless = new TestApp(webapp).filter(AuthenticationFilter.class, "/*", Map.of());
        assertThat(StartFailure.of(nameless), containsString("the context-param 'samedoor.identity' is missing"));
    }

    @Test
    void anIdentityMadeInCodeIsPublishedOnceAndBeforeAnyOther() throws Exception {
        RoleModel roles = RoleModel.of(Map.of());
        IdentityContext first = IdentityContext.builder(roles, new InMemoryUserDirectory(List.of()))
                .build();
        IdentityContext second = IdentityContext.builder(roles, new InMemoryUserDirectory(List.of()))
                .build();
        try (TestApp app = new TestApp(webapp)) {
            first.publish(app.context());
            first.publish(app.context());
            assertThrows(IllegalStateException.class, () -> second.publish(app.context()));
            app.filter(AuthenticationFilter.class, "/*", Map.of()).start();
            assertThat(IdentityContext.of(app.context()), is(sameInstance(first)));
        }
    }

    private TestApp named(String file) throws Exception {
        return new TestApp(webapp)
                .contextParam(IdentityContext.CONTEXT_PARAMETER, file)
                .filter(AuthenticationFilter.class, "/*", Map.of());
    }
}
