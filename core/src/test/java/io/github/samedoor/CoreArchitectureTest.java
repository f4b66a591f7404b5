/* SPDX-License-Identifier: Apache-2.0 */
package io.github.samedoor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoreArchitectureTest {
    private static final String BASE = "io.github.samedoor.";

    /** What each package of the identity half may use of the others. */
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "identity", Set.of(),
            "ratelimit", Set.of(),
            "credential", Set.of("identity"),
            "access", Set.of("identity"),
            "audit", Set.of("identity"),
            "observation", Set.of("tool"),
            "token", Set.of("identity", "credential"),
            "session", Set.of("identity", "credential", "token"),
            "password", Set.of("identity", "credential", "audit", "ratelimit"),
            "store", Set.of("identity", "ratelimit", "session", "token"));

    private final JavaClasses core = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.samedoor");

    @Test
    void coreKnowsNoServlet() {
        noClasses().should().dependOnClassesThat().resideInAPackage("jakarta..").check(core);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.github.samedoor.(*)..").should().beFreeOfCycles().check(core);
    }

    @Test
    void eachPackageUsesOnlyThoseBelowIt() {
        MAY_USE.forEach((name, others) -> classes()
                .that()
                .resideInAPackage(BASE + name + "..")
                .should()
                .onlyDependOnClassesThat(isOutsideOrOneOf(name, others))
                .check(core));
    }

    @Test
    void noPublicMethodShowsAJacksonType() {
        DescribedPredicate<JavaClass> jackson =
                JavaClass.Predicates.resideInAPackage("com.fasterxml..").as("Jackson types");
        noMethods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .haveModifier(JavaModifier.PUBLIC)
                .should()
                .haveRawReturnType(jackson)
                .orShould()
                .haveRawParameterTypes(DescribedPredicate.anyElementThat(jackson))
                .check(core);
    }

    private static DescribedPredicate<JavaClass> isOutsideOrOneOf(String name, Set<String> others) {
        return DescribedPredicate.describe("outside core, or in " + name + " or " + others, type -> {
            String place = type.getPackageName();
            return !place.startsWith(BASE)
                    || place.equals(BASE + name)
                    || others.stream().anyMatch(other -> place.equals(BASE + other));
        });
    }
}
