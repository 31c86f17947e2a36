package dev.holdfast.engine.database;

import dev.holdfast.engine.testing.Jdbc;
import dev.holdfast.engine.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private static final String FOUND = "target/schema.txt";

    private static final String COLUMNS = """
            SELECT format('%s.%s %s%s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                          CASE WHEN a.attnotnull THEN ' not null' ELSE '' END,
                          CASE a.attidentity WHEN 'd' THEN ' identity' WHEN 'a' THEN ' identity always' ELSE '' END,
                          CASE WHEN a.attgenerated <> '' THEN ' generated ' || pg_get_expr(d.adbin, d.adrelid)
                               WHEN d.adbin IS NOT NULL THEN ' default ' || pg_get_expr(d.adbin, d.adrelid)
                               ELSE '' END)
            FROM pg_attribute a
            JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'v')
            JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relname <> 'flyway_schema_history'
            ORDER BY c.relname, a.attnum
            """;

    /** Not-null constraints are catalogued from version 18 on only, and stand beside their columns already. */
    private static final String CONSTRAINTS = """
            SELECT format('%s constraint %s %s', c.relname, k.conname, pg_get_constraintdef(k.oid))
            FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
            WHERE k.contype <> 'n' AND c.relname <> 'flyway_schema_history'
            ORDER BY c.relname, k.conname
            """;

    private static final String INDEXES = """
            SELECT indexdef FROM pg_indexes
            WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history'
            ORDER BY tablename, indexname
            """;

    private static final String OPTIONS = """
            SELECT format('%s with %s', c.relname, array_to_string(c.reloptions, ', '))
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
            WHERE c.reloptions IS NOT NULL AND c.relkind IN ('r', 'i')
            ORDER BY c.relname
            """;

    private static final String FUNCTIONS_AND_TRIGGERS = """
            SELECT pg_get_functiondef(p.oid) AS definition
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace AND n.nspname = 'public'
            UNION ALL
            SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t
            JOIN pg_class c ON c.oid = t.tgrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
            WHERE NOT t.tgisinternal
            ORDER BY 1
            """;

    @Test
    void isTheCommittedOne() throws IOException {
        String found = describe();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of(FOUND), found);

        assertThat(found)
                .as("The migrations now make another schema. If that is meant: cp engine/" + FOUND
                        + " engine/src/test/resources/schema.txt, and look at the difference before committing it.")
                .isEqualTo(committed());
    }

    private static String describe() {
        return section("columns", COLUMNS)
                + section("constraints", CONSTRAINTS)
                + section("indexes", INDEXES)
                + section("storage options", OPTIONS)
                + section("functions and triggers", FUNCTIONS_AND_TRIGGERS);
    }

    private static String section(String title, String sql) {
        return "# " + title + "\n"
                + Jdbc.queryRows(DATABASE.url(), sql).stream()
                        .map(row -> row.get(0) + "\n")
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String committed() throws IOException {
        try (InputStream in = Objects.requireNonNull(SchemaIT.class.getResourceAsStream("/schema.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
