/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.example;

import static io.github.samedoor.containertest.example.JsonForm.parse;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.github.samedoor.containertest.HttpAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each tenant has notes of its own, and a call is for one tenant, whichever way somebody comes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantTest {
    private static final String A = "X-Tenant-Token: tenant-a-token";
    private static final String B = "X-Tenant-Token: tenant-b-token";

    private static final RouteCase LIST = RouteCase.of("GET", "/user/notes", "", Access.ANY_CALLER, 200, "")
            .tool("GET_/user/notes", "get_user_notes", "{}");

    @SuppressWarnings("NullAway.Init")
    private ExampleServer server;

    @BeforeAll
    void start() {
        server = ExampleServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Bob belongs to no tenant, so a tenant's token says for whom he calls. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void oneUsersNotesDifferByTenant(Way way) {
        int a = total(way, A);
        int b = total(way, B);
        int none = total(way);
        HttpAnswer made = server.send(
                Shown.ADMIN_TOKEN, "POST", "/user/notes", "{\"title\":\"t\",\"text\":\"x\",\"tags\":[]}", A);
        assertThat(made.toString(), made.status(), is(201));
        assertThat(total(way, A), is(a + 1));
        assertThat(total(way, B), is(b));
        assertThat(total(way), is(none));
        long id = parse(made.text()).get("id").longValue();
        RouteCase note = RouteCase.of("GET", "/user/notes/" + id, "", Access.ANY_CALLER, 200, "")
                .tool("GET_/user/notes/{id}", "get_user_notes_by_id", "{\"id\":" + id + "}");
        assertThat(way.call(server, Shown.ADMIN_TOKEN, note, A).status(), is(200));
        Way.Outcome elsewhere = way.call(server, Shown.ADMIN_TOKEN, note, B);
        assertThat(elsewhere.body(), is("{\"error\":\"No such note\"}"));
    }

    /** Alice belongs to tenant a, the service to b. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void whoBelongsToATenantCanNotNameAnother(Way way) {
        for (Shown shown : new Shown[] {Shown.USER_TOKEN, Shown.SESSION_OF_ALICE, Shown.API_KEY}) {
            boolean inA = shown != Shown.API_KEY;
            assertThat(way.call(server, shown, LIST, inA ? A : B).http().status(), is(200));
            Way.Outcome refused = way.call(server, shown, LIST, inA ? B : A);
            assertThat(refused.http().toString(), refused.http().status(), is(403));
            assertThat(refused.body(), is("{\"error\":\"Not your tenant\"}"));
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anUnknownTenantIsRefusedAndTwoAreNeverChosenFrom(Way way) {
        assertThat(
                way.call(server, Shown.ADMIN_TOKEN, LIST, "X-Tenant-Token: invented")
                        .http()
                        .status(),
                is(403));
        Way.Outcome two = way.call(server, Shown.ADMIN_TOKEN, LIST, A, B);
        assertThat(two.status() == 400 || two.http().status() == 400 || isToolError(two), is(true));
        assertThat(two.body().contains("total"), is(false));
    }

    /** A model can't name a tenant: the argument is unknown, under the header's name and under any other. */
    @ParameterizedTest
    @EnumSource(value = Way.class, names = "DIRECTLY", mode = EnumSource.Mode.EXCLUDE)
    void anArgumentNamesNoTenant(Way way) {
        for (String name : new String[] {"X-Tenant-Token", "x-tenant-token", "tenant", "headers"}) {
            RouteCase call = LIST.tool("GET_/user/notes", "get_user_notes", "{\"" + name + "\":\"tenant-a-token\"}");
            Way.Outcome outcome = way.call(server, Shown.ADMIN_TOKEN, call, B);
            assertThat(outcome.http().toString(), outcome.body().contains("total"), is(false));
        }
    }

    private static boolean isToolError(Way.Outcome outcome) {
        return outcome.http().text().contains("\"isError\":true");
    }

    private int total(Way way, String... headers) {
        Way.Outcome outcome = way.call(server, Shown.ADMIN_TOKEN, LIST, headers);
        assertThat(outcome.http().toString(), outcome.http().status(), is(200));
        return parse(outcome.body()).get("total").intValue();
    }
}
