package dev.holdfast.ledgerapi;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "dev.holdfast.ledgerapi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("dev.holdfast.ledgerapi.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_SQL_CLIENT = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.pgclient..", "java.sql..");

    @ArchTest
    static final ArchRule NO_JSON_TREE_OR_REFLECTION =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("com.fasterxml.jackson.databind..");

    @ArchTest
    static final ArchRule ROUTES_KNOW_NO_SERVER = noClasses()
            .that()
            .resideInAnyPackage(
                    "..ledgerapi.ledger..",
                    "..ledgerapi.account..",
                    "..ledgerapi.query..",
                    "..ledgerapi.network..",
                    "..json..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.core.http..", "..ledgerapi.server..", "..ledgerapi.auth..");

    @ArchTest
    static final ArchRule ERRORS_ARE_WRITTEN_IN_ONE_PLACE = classes()
            .that()
            .haveSimpleName("ErrorBody")
            .should()
            .onlyBeAccessed()
            .byClassesThat()
            .haveSimpleNameStartingWith("Exchange");

    @ArchTest
    static final ArchRule NO_BLOCKING = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(java.util.concurrent.CompletableFuture.class, "join")
            .orShould()
            .callMethod(java.util.concurrent.CompletableFuture.class, "get");
}
