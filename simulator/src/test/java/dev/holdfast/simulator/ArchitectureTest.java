package dev.holdfast.simulator;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.holdfast.simulator");

    @Test
    void featuresHaveNoCycles() {
        slices().matching("dev.holdfast.simulator.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void simulatorKnowsNothingOfTheServerButTheLanguageOfTheWire() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.holdfast.engine..", "dev.holdfast.ledger..")
                        .and(not(resideInAPackage("dev.holdfast.engine.iso8583"))))
                .check(CLASSES);
    }

    @Test
    void onlyDialectsAndLinksSpeakTheLanguageOfTheWire() {
        noClasses()
                .that(not(resideInAnyPackage(
                        "..network.dialect..", "..network.link..", "..network.fault..", "..network.host..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.holdfast.engine.iso8583")
                .check(CLASSES);
    }

    @Test
    void networkFeaturesHaveNoCycles() {
        slices().matching("dev.holdfast.simulator.network.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void modelAndPaymentsArePure() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..money..",
                        "..operation..",
                        "..model..",
                        "..population..",
                        "..payment..",
                        "..arrival..",
                        "..network.message..",
                        "..network.lifecycle..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "com.fasterxml..")
                .check(CLASSES);
    }

    @Test
    void modelHasNoClockAndNoRandomness() {
        noClasses()
                .that()
                .resideInAnyPackage("..model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.time..", "java.util.random..")
                .check(CLASSES);
    }

    @Test
    void featuresDoNotLookUpToTheRun() {
        noClasses()
                .that()
                .resideInAnyPackage("..load..", "..comparison..", "..wire..", "..model..", "..payment..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.holdfast.simulator")
                .check(CLASSES);
    }
}
