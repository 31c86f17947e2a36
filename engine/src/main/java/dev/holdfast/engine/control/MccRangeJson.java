package dev.holdfast.engine.control;

import dev.holdfast.engine.json.JsonPlace;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Merchant category codes as text: {@code "5411"} or {@code "5812-5814"}. */
public final class MccRangeJson {

    private static final Pattern FORM = Pattern.compile("([0-9]{4})(?:-([0-9]{4}))?");
    private static final int MAX_LENGTH = 9;

    private MccRangeJson() {}

    public static MccRange read(JsonPlace place) {
        Matcher matcher = FORM.matcher(place.text(MAX_LENGTH));
        if (!matcher.matches()) {
            throw place.problem("must be a merchant category code such as 5411 or a range such as 5812-5814");
        }
        int first = Integer.parseInt(matcher.group(1));
        String end = matcher.group(2);
        return place.checked(() -> new MccRange(first, end == null ? first : Integer.parseInt(end)));
    }

    /** A range of one code as that code, so that the same range is the same text. */
    public static String text(MccRange range) {
        String first = "%04d".formatted(range.first());
        return range.first() == range.last() ? first : first + "-%04d".formatted(range.last());
    }
}
