/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.testkit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.samedoor.testkit.SmallApplication.Door;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** The kit finds nothing where the door is the same, and says what it found where it isn't. */
class SameDoorTest {
    @Test
    void findsNothingInAnHonestApplication() throws Throwable {
        assertThat(failures(Door.HONEST), is(List.of()));
    }

    @Test
    void findsAToolCallThatGoesAroundTheGuard() throws Throwable {
        List<String> failures = failures(Door.WITHOUT_THE_GUARD);

        assertThat(failures, hasSize(4)); // two callers that aren't let in, by two ways
        assertThat(failures, everyItem(containsString("status: the direct call has 401, the tool call 200")));
        assertThat(failures.get(0), containsString("GET_/orders/{id} called by /invoke as 'nobody' with {\"id\":1}"));
    }

    @Test
    void findsAToolCallWithAnothersCredential() throws Throwable {
        assertThat(failures(Door.WITH_ANOTHERS_CREDENTIAL), hasSize(4));
    }

    @Test
    void saysWhereABodyDiffers() throws Throwable {
        List<String> failures = failures(Door.WITH_ANOTHER_BODY);

        assertThat(failures, hasSize(2));
        assertThat(
                failures,
                everyItem(allOf(
                        containsString("as 'alice'"),
                        containsString("body at /id: the direct call has 1, the tool call 11"))));
    }

    @Test
    void findsAChallengeThatGotLost() throws Throwable {
        assertThat(
                failures(Door.WITHOUT_THE_CHALLENGE),
                everyItem(
                        containsString("WWW-Authenticate: the tool call lacks the direct call's challenges [bearer]")));
    }

    @Test
    void comparesEveryMemberThatIsntDeclaredVolatile() throws Throwable {
        try (SmallApplication application = new SmallApplication(Door.HONEST)) {
            List<String> failures = failures(SameDoor.of(application.uri(), "/mcp")
                    .credential("alice", "Authorization: " + SmallApplication.CREDENTIAL)
                    .tests());

            assertThat(failures, hasSize(2));
            assertThat(failures, everyItem(containsString("body at /answer")));
        }
    }

    @Test
    void showsNoCredential() throws Throwable {
        assertThat(failures(Door.WITHOUT_THE_GUARD), everyItem(not(containsString("forged"))));
        assertThat(
                Credential.of("alice", List.of("Authorization: Bearer secret")).toString(), is("alice"));
    }

    @Test
    void refusesArgumentsForAToolThatIsntThere() throws Exception {
        try (SmallApplication application = new SmallApplication(Door.HONEST)) {
            SameDoor check = SameDoor.of(application.uri(), "/mcp")
                    .credential("nobody")
                    .arguments("GET_/order/{id}", "{\"id\": 7}");

            IllegalStateException refusal = assertThrows(IllegalStateException.class, check::tests);
            assertThat(refusal.getMessage(), containsString("GET_/order/{id}. There are: GET_/orders/{id}"));
        }
    }

    @Test
    void refusesToCheckNobody() throws Exception {
        try (SmallApplication application = new SmallApplication(Door.HONEST)) {
            SameDoor check = SameDoor.of(application.uri(), "/mcp");

            assertThrows(IllegalStateException.class, check::tests);
        }
    }

    private static List<String> failures(Door door) throws Throwable {
        try (SmallApplication application = new SmallApplication(door)) {
            return failures(SameDoor.of(application.uri(), "/mcp")
                    .credential("nobody")
                    .credential("mallory", "Authorization: Bearer forged")
                    .credential("alice", "Authorization: " + SmallApplication.CREDENTIAL)
                    .ignoring("answer")
                    .tests());
        }
    }

    private static List<String> failures(Stream<? extends DynamicNode> nodes) throws Throwable {
        List<String> failures = new ArrayList<>();
        for (DynamicNode node : nodes.toList()) {
            if (node instanceof DynamicContainer container) {
                failures.addAll(failures(container.getChildren()));
                continue;
            }
            try {
                ((DynamicTest) node).getExecutable().execute();
            } catch (AssertionFailedError e) {
                failures.add(e.getMessage());
            }
        }
        return failures;
    }
}
