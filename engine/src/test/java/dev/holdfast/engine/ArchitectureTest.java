package dev.holdfast.engine;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.holdfast.engine.challenge.Challenges;
import dev.holdfast.engine.client.ClientDoors;
import dev.holdfast.engine.control.ControlAssignments;
import dev.holdfast.engine.control.ControlPruning;
import dev.holdfast.engine.control.Controls;
import dev.holdfast.engine.database.Migrations;
import dev.holdfast.engine.expiry.ExpiryClock;
import dev.holdfast.engine.network.MessageQueries;
import dev.holdfast.engine.program.Programs;
import dev.holdfast.engine.query.LedgerQueries;
import dev.holdfast.engine.tenant.Tenants;
import io.vertx.core.http.ClientAuth;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "dev.holdfast.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> RULES_AND_VALUES = resideInAPackage("dev.holdfast.engine.money")
            .or(simpleNameEndingWith("Policy"))
            .or(simpleNameEndingWith("Outcome"))
            .or(simpleNameEndingWith("Request"));

    /** What turns rows into records and back, and the doors that own a pool. */
    private static final DescribedPredicate<JavaClass> STORAGE = resideInAnyPackage(
                    "dev.holdfast.engine.lane", "dev.holdfast.engine.database", "dev.holdfast.engine.verification")
            .or(nameMatching(".*(Store|Shelf|Session|Sessions|Statements|Rows|Parameters|Columns)(\\$.*)?"))
            .or(type(ExpiryClock.class))
            .or(type(LedgerQueries.class))
            .or(type(MessageQueries.class))
            .or(type(Tenants.class))
            .or(resideInAPackage("dev.holdfast.engine.card").and(nameMatching(".*CardDoors(\\$.*)?")))
            .or(type(Challenges.class))
            .or(type(ClientDoors.class))
            .or(type(Controls.class))
            .or(type(ControlAssignments.class))
            .or(type(ControlPruning.class))
            .or(type(Programs.class))
            .or(resideInAPackage("dev.holdfast.engine.notification")
                    .and(nameMatching(".*\\.(Notifications|Subscriptions|DeadLetters)(\\$.*)?")))
            .or(resideInAPackage("dev.holdfast.engine.network").and(nameMatching(".*\\.PastMessages?(\\$.*)?")))
            .or(type(Engine.class));

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("dev.holdfast.engine.(*)..").should().beFreeOfCycles();

    /**
     * But for what sends notifications. Whether a TLS listener asks for certificates is told with a type that Vert.x keeps
     * among those of HTTP.
     */
    @ArchTest
    static final ArchRule nothingElseInTheEngineKnowsHttp = noClasses()
            .that(DescribedPredicate.not(
                    nameMatching("dev\\.holdfast\\.engine\\.notification\\.(WebhookSender|Exchange)(\\$.*)?")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.vertx.core.http..", "io.vertx.ext.web..")
                    .and(DescribedPredicate.not(type(ClientAuth.class))));

    @ArchTest
    static final ArchRule onlyStorageSpeaksSql = noClasses()
            .that(DescribedPredicate.not(STORAGE))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.pgclient..");

    @ArchTest
    static final ArchRule onlyMigrationsSpeakJdbc = noClasses()
            .that(DescribedPredicate.not(type(Migrations.class)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.flywaydb..");

    @ArchTest
    static final ArchRule rulesAndValuesKnowNoVertx =
            noClasses().that(RULES_AND_VALUES).should().dependOnClassesThat().resideInAnyPackage("io.vertx..");

    @ArchTest
    static final ArchRule rulesAndValuesHaveNoClock = noClasses()
            .that(RULES_AND_VALUES)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule rulesAndValuesHaveNoRandomness = noClasses()
            .that(RULES_AND_VALUES)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(java.util.random.RandomGenerator.class)
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule nothingBlocks = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Object.class, "wait")
            .orShould()
            .callMethod(Object.class, "wait", long.class)
            .orShould()
            .callMethod(Future.class, "get")
            .orShould()
            .callMethod(CompletableFuture.class, "get")
            .orShould()
            .callMethod(CompletableFuture.class, "join")
            .orShould()
            .callMethod(CountDownLatch.class, "await")
            .orShould()
            .callMethod(io.vertx.core.Future.class, "await")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(BlockingQueue.class);

    @ArchTest
    static final ArchRule nothingPrints =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule timeIsJavaTime = noClasses()
            .should()
            .dependOnClassesThat(are(type(Date.class)))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Calendar.class);

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameStartingWith("Base");

    @ArchTest
    static final ArchRule storesStayInsideTheirFeature = classes()
            .that()
            .haveSimpleNameEndingWith("Store")
            .should()
            .notBePublic()
            .allowEmptyShould(true);
}
