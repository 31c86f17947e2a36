package dev.holdfast.engine.book;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

import java.util.HexFormat;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class DigestPropertyTest {

    @Property
    void differentSequencesHaveDifferentDigests(
            @ForAll @Size(max = 4) List<@CharRange(from = 'a', to = 'b') @StringLength(max = 3) String> one,
            @ForAll @Size(max = 4) List<@CharRange(from = 'a', to = 'b') @StringLength(max = 3) String> other) {
        Assume.that(!one.equals(other));

        assertThat(digest(one)).isNotEqualTo(digest(other));
    }

    @Property
    void equalSequencesHaveEqualDigests(@ForAll @Size(max = 4) List<String> values) {
        assertThat(digest(values)).isEqualTo(digest(List.copyOf(values)));
    }

    private static String digest(List<String> values) {
        Digest digest = Digest.of("test");
        values.forEach(digest::with);
        return HexFormat.of().formatHex(digest.toBytes());
    }
}
