package dev.holdfast.ops;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "dev.holdfast.ops", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("dev.holdfast.ops.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyWhatMayBlockSpeaksJdbc = noClasses()
            .that()
            .resideOutsideOfPackage("dev.holdfast.ops.postgres")
            .and()
            .doNotHaveSimpleName("DatabaseFacts")
            .and()
            .doNotHaveSimpleName("BenchDatabase")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule onlyCommandsKnowTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackages("dev.holdfast.ops", "dev.holdfast.ops.cli")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    /** Configuration is a leaf: everything may read it, and it knows nobody. */
    @ArchTest
    static final ArchRule configurationKnowsNoOtherFeature = noClasses()
            .that()
            .resideInAPackage("dev.holdfast.ops.configuration")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.holdfast.ops.cli", "dev.holdfast.ops.postgres", "dev.holdfast.ops.system");
}
