/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.containertest.probe;

import io.github.samedoor.containertest.Library;
import io.github.samedoor.containertest.WebApplication;

/** Describes the probe application. */
final class ProbeApplication {
    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <filter>
                <filter-name>first</filter-name>
                <filter-class>io.github.samedoor.containertest.probe.ProbeServlets$First</filter-class>
                <async-supported>true</async-supported>
              </filter>
              <filter-mapping>
                <filter-name>first</filter-name>
                <url-pattern>/*</url-pattern>
              </filter-mapping>
              <servlet>
                <servlet-name>hello</servlet-name>
                <servlet-class>io.github.samedoor.containertest.probe.ProbeServlets$Hello</servlet-class>
                <init-param>
                  <param-name>greeting</param-name>
                  <param-value>world</param-value>
                </init-param>
                <load-on-startup>1</load-on-startup>
              </servlet>
              <servlet>
                <servlet-name>upload</servlet-name>
                <servlet-class>io.github.samedoor.containertest.probe.ProbeServlets$Upload</servlet-class>
                <multipart-config>
                  <max-file-size>1000</max-file-size>
                </multipart-config>
              </servlet>
              <servlet-mapping>
                <servlet-name>hello</servlet-name>
                <url-pattern>/hello/*</url-pattern>
                <url-pattern>/admin/*</url-pattern>
              </servlet-mapping>
              <servlet-mapping>
                <servlet-name>upload</servlet-name>
                <url-pattern>/upload</url-pattern>
              </servlet-mapping>
              <error-page>
                <error-code>410</error-code>
                <location>/gone.txt</location>
              </error-page>
              <security-constraint>
                <web-resource-collection>
                  <web-resource-name>admin</web-resource-name>
                  <url-pattern>/admin/*</url-pattern>
                </web-resource-collection>
                <auth-constraint>
                  <role-name>admin</role-name>
                </auth-constraint>
              </security-constraint>
              <security-constraint>
                <web-resource-collection>
                  <web-resource-name>no deletion</web-resource-name>
                  <url-pattern>/hello/*</url-pattern>
                  <http-method>DELETE</http-method>
                </web-resource-collection>
                <auth-constraint />
              </security-constraint>
              <login-config>
                <auth-method>BASIC</auth-method>
                <realm-name>probe</realm-name>
              </login-config>
              <security-role>
                <role-name>admin</role-name>
              </security-role>
              <security-role>
                <role-name>user</role-name>
              </security-role>
            </web-app>
            """;
    private static final String FRAGMENT = """
            <web-fragment xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <name>probe</name>
              <servlet>
                <servlet-name>fragment</servlet-name>
                <servlet-class>io.github.samedoor.containertest.probe.ProbeLibrary$Fragment</servlet-class>
              </servlet>
              <servlet-mapping>
                <servlet-name>fragment</servlet-name>
                <url-pattern>/fragment</url-pattern>
              </servlet-mapping>
            </web-fragment>
            """;

    private ProbeApplication() {}

    static WebApplication at(String contextPath) {
        return WebApplication.at(contextPath)
                .webXml(WEB_XML)
                .classes(ProbeServlets.class, Annotated.class)
                .library(Library.named("probe.jar")
                        .initializer(ProbeLibrary.Initializer.class)
                        .webFragment(FRAGMENT))
                .file("index.html", "<p>welcome</p>")
                .file("gone.txt", "it is gone");
    }
}
