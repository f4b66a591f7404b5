/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.example;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

class RequestFiguresTest {
    private final RequestFigures figures = new RequestFigures();

    @Test
    void nothingIsCountedAtFirst() {
        assertThat(figures.toJson().toString(), is("{\"requests\":0,\"errors\":0,\"latency\":0.0}"));
    }

    @Test
    void latencyIsTheMeanOfEndedRequestsInMilliseconds() {
        figures.arrived();
        figures.arrived();
        figures.arrived();
        figures.ended(200, 1_000_000);
        figures.ended(404, 2_000_000);
        assertThat(figures.toJson().toString(), is("{\"requests\":3,\"errors\":1,\"latency\":1.5}"));
    }
}
