package dev.holdfast.engine.link;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A failure as it may be logged here: its types and places. Its text may quote the message that it failed on. */
final class FailurePlace {

    private static final int FRAMES = 5;
    private static final int CAUSES = 3;

    private FailurePlace() {}

    static String of(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            text.append(depth == 0 ? "" : ", caused by ")
                    .append(cause.getClass().getName())
                    .append(Arrays.stream(cause.getStackTrace())
                            .limit(FRAMES)
                            .map(frame -> " at " + frame)
                            .collect(Collectors.joining()));
            cause = cause.getCause();
        }
        return text.toString();
    }
}
