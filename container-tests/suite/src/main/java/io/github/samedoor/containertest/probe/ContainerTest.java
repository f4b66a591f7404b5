/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.probe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.containertest.Http;
import io.github.samedoor.containertest.HttpAnswer;
import io.github.samedoor.containertest.RunningContainer;
import io.github.samedoor.containertest.TestContainer;
import io.github.samedoor.containertest.User;
import io.github.samedoor.containertest.WebApplication;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves that the container of this run really does what other tests rely on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ContainerTest {
    private final RunningContainer container = TestContainer.onClassPath().start(ProbeApplication.at("/app"));
    private final Http http = new Http(container.baseUri());

    @BeforeAll
    void saysWhatItIs() {
        System.out.println("Container: " + TestContainer.onClassPath().name());
    }

    @AfterAll
    void stop() {
        container.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/hello/there, hello world GET /hello /there nobody admin=false",
        "/fragment, fragment by-annotation",
        "/async, later",
        "/index.html, <p>welcome</p>",
        "/, <p>welcome</p>",
        "/loader, classes=true context=true library=true tests=false"
    })
    void answersWithoutACredential(String path, String text) {
        HttpAnswer answer = http.get(path);
        assertThat(answer.toString(), answer.status(), is(200));
        assertThat(answer.text(), is(text));
    }

    @Test
    void runsTheInitializerOfALibraryWithTheTypesItAsksFor() {
        String text = http.get("/initialized").text();
        assertThat(text, startsWith("initialized ["));
        for (String type : List.of("Annotated", "Async", "Counter", "Fragment", "Gone", "Hello", "Loader", "Upload")) {
            assertThat(text, containsString(type));
        }
    }

    @Test
    void runsFiltersOfTheDescriptorBeforeAnnotatedOnes() {
        assertThat(http.get("/hello/x").headers("X-Trace"), is(List.of("web-xml-filter", "annotated-filter")));
    }

    @ParameterizedTest
    @CsvSource({"/admin/x, hello world GET /admin /x root admin=true", "/annotated/x, annotated green"})
    void letsTheRightRolePassAConstraint(String path, String text) {
        assertThat(http.get(path).status(), is(401));
        assertThat(http.get(path).header("WWW-Authenticate").orElse(""), startsWith("Basic "));
        assertThat(http.get(path, User.JOE.basicAuthorization()).status(), is(403));
        assertThat(http.get(path, User.ROOT.basicAuthorization()).text(), is(text));
        User impostor = new User("root", "guess", User.ROOT.roles());
        assertThat(http.get(path, impostor.basicAuthorization()).status(), is(401));
    }

    @Test
    void letsNobodyPassAConstraintWithoutRoles() {
        assertThat(http.send("POST", "/hello/x", "").status(), is(200));
        assertThat(
                http.send("DELETE", "/hello/x", "", User.ROOT.basicAuthorization())
                        .status(),
                is(403));
    }

    @Test
    void knowsTheUsersOfTheApplication() {
        User eve = new User("eve", "eves-password", User.ROOT.roles());
        try (RunningContainer other =
                TestContainer.onClassPath().start(ProbeApplication.at("").users(eve))) {
            Http http = new Http(other.baseUri());
            assertThat(http.get("/admin/x", eve.basicAuthorization()).status(), is(200));
            assertThat(http.get("/admin/x", User.ROOT.basicAuthorization()).status(), is(401));
        }
    }

    @Test
    void keepsASessionByItsCookie() {
        HttpAnswer first = http.get("/count");
        String cookie = first.header("Set-Cookie").orElseThrow().split(";", 2)[0];
        assertThat(first.text(), is("1"));
        assertThat(http.get("/count", "Cookie: " + cookie).text(), is("2"));
        assertThat(http.get("/count").text(), is("1"));
    }

    @Test
    void readsPartsAsTheDescriptorAllows() {
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nabc\r\n--b--\r\n";
        String type = "Content-Type: multipart/form-data; boundary=b";
        assertThat(http.send("POST", "/upload", body, type).text(), is("a.txt=abc"));
    }

    @Test
    void showsTheErrorPage() {
        HttpAnswer answer = http.get("/gone");
        assertThat(answer.status(), is(410));
        assertThat(answer.text(), is("it is gone"));
    }

    @Test
    void keepsWebInfToItself() {
        assertThat(http.get("/WEB-INF/web.xml").status(), is(404));
    }

    @Test
    void saysWhenAnApplicationDoesNotStart() {
        WebApplication broken = WebApplication.at("").webXml("<web-app><servlet></web-app>");
        assertThrows(
                IllegalStateException.class, () -> TestContainer.onClassPath().start(broken));
    }
}
