package dev.holdfast.simulator.network.lifecycle;

import dev.holdfast.simulator.network.lifecycle.Cue.When;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a life: steps between semicolons, each {@code [always|racing|expired] <label> <action> [<label referred to>] <share>
 * [<n>of<m>] [flag]...}. The share of the payment's amount is written {@code x1}, {@code x1/2} or {@code x0}.
 */
final class LifeText {

    private LifeText() {}

    static List<Cue> cues(String text, long minor) {
        List<Cue> cues = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            cues.add(cue(part.trim().split("\\s+", -1), minor));
        }
        return cues;
    }

    private static Cue cue(String[] words, long minor) {
        When when =
                switch (words[0]) {
                    case "racing" -> When.RACING;
                    case "expired" -> When.EXPIRED;
                    default -> When.NEXT;
                };
        boolean always = when == When.RACING || words[0].equals("always");
        int at = always || when == When.EXPIRED ? 1 : 0;
        String label = words[at++];
        Action action = Action.valueOf(words[at++].toUpperCase(Locale.ROOT));
        String of = words[at].startsWith("x") ? "" : words[at++];
        long amount = share(words[at++], minor);
        Step.Count count = Step.Count.NONE;
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (; at < words.length; at++) {
            if (Character.isDigit(words[at].charAt(0))) {
                String[] parts = words[at].split("of", -1);
                count = new Step.Count(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            } else {
                flags.add(Flag.valueOf(words[at].toUpperCase(Locale.ROOT)));
            }
        }
        return new Cue(new Step(label, action, of, amount, count, flags), when, always);
    }

    private static long share(String word, long minor) {
        String[] parts = word.substring(1).split("/", -1);
        long multiple = Math.multiplyExact(minor, Long.parseLong(parts[0]));
        return parts.length == 1 ? multiple : multiple / Long.parseLong(parts[1]);
    }
}
