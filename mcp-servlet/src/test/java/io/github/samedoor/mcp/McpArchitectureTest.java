/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor.mcp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import org.junit.jupiter.api.Test;

class McpArchitectureTest {
    private static final String DOOR = "io.github.samedoor.mcp.door..";

    private final JavaClasses mcp = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.samedoor.mcp");

    @Test
    void onlyTheRelayForwards() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.github.samedoor.mcp.door.relay..")
                .should()
                .callMethod(RequestDispatcher.class, "forward", ServletRequest.class, ServletResponse.class)
                .orShould()
                .callMethod(RequestDispatcher.class, "include", ServletRequest.class, ServletResponse.class)
                .check(mcp);
    }

    @Test
    void nothingDispatchesAsynchronously() {
        noClasses()
                .should()
                .callMethod(AsyncContext.class, "dispatch")
                .orShould()
                .callMethod(AsyncContext.class, "dispatch", String.class)
                .check(mcp);
    }

    @Test
    void theDoorKnowsNeitherProtocolNorJson() {
        noClasses()
                .that()
                .resideInAPackage(DOOR)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.samedoor.mcp",
                        "io.github.samedoor.mcp.wire..",
                        "io.github.samedoor.mcp.revision..",
                        "io.github.samedoor.mcp.result..",
                        "io.github.samedoor.mcp.binding..",
                        "io.github.samedoor.mcp.catalog..",
                        "com.fasterxml..")
                .check(mcp);
    }

    @Test
    void onlyTheDoorKnowsHowACallIsRelayed() {
        noClasses()
                .that()
                .resideOutsideOfPackage(DOOR)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.samedoor.mcp.door.relay..",
                        "io.github.samedoor.mcp.door.container..",
                        "io.github.samedoor.mcp.door.constraint..")
                .check(mcp);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.github.samedoor.mcp.(**)")
                .should()
                .beFreeOfCycles()
                .check(mcp);
    }

    @Test
    void noPublicMethodOfTheExportedPackageShowsAJacksonType() {
        DescribedPredicate<JavaClass> jackson =
                JavaClass.Predicates.resideInAPackage("com.fasterxml..").as("Jackson types");
        noMethods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.github.samedoor.mcp")
                .and()
                .areDeclaredInClassesThat(
                        DescribedPredicate.describe("users can reach", McpArchitectureTest::isReachable))
                .should()
                .haveRawReturnType(jackson)
                .orShould()
                .haveRawParameterTypes(DescribedPredicate.anyElementThat(jackson))
                .check(mcp);
    }

    private static boolean isReachable(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass()
                        .map(McpArchitectureTest::isReachable)
                        .orElse(true);
    }
}
