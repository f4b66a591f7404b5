/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.benchmark;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Tells what the server's process has used so far: CPU time in nanoseconds and bytes allocated by its threads. */
final class FiguresServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
        response.setContentType("application/json");
        response.getOutputStream()
                .print("{\"cpuNanos\":" + system.getProcessCpuTime() + ",\"allocatedBytes\":" + allocated + "}");
    }
}
