package dev.holdfast.engine.iso8583;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes values that a field's line in the table allows, whatever it says. */
final class RandomValues {

    private static final List<Integer> CHIP_TAGS =
            List.of(0x82, 0x84, 0x91, 0x95, 0x9A, 0x9C, 0x5F2A, 0x9F02, 0x9F10, 0x9F26, 0x9F27, 0x9F36, 0x9F37);

    private final Random random;

    RandomValues(Random random) {
        this.random = random;
    }

    /** Returns a value as text, hexadecimal for a binary field. */
    String of(FieldSpec spec) {
        int max = spec.size().max();
        Shape shape = spec.shape();
        if (shape != null) {
            return shaped(spec, shape);
        }
        int units = spec.size().isFixed() ? max : between(1, Math.min(max, 60));
        boolean pairs = spec.size().inBytes() || spec.content() == Content.HEXADECIMAL;
        return characters(spec.content(), spec.encoding(), pairs ? units + units % 2 : units);
    }

    private String shaped(FieldSpec spec, Shape shape) {
        if (shape instanceof DatePattern date) {
            return date(date.pattern());
        } else if (shape instanceof Positional positional) {
            return positional(positional, spec.encoding());
        } else if (shape instanceof Repeated repeated) {
            return repeat(between(1, repeated.most()), () -> positional(repeated.group(), spec.encoding()));
        } else if (shape instanceof Elements elements) {
            return elements(elements, spec.encoding());
        } else if (shape instanceof SubBitmap fields) {
            return subFields(fields);
        } else if (shape instanceof Datasets) {
            String chip = chip(1);
            return "01%04X".formatted(chip.length() / 2) + chip + (random.nextBoolean() ? "02000155" : "");
        }
        return chip(1);
    }

    String characters(Content content, Encoding encoding, int units) {
        return IntStream.range(0, units)
                .mapToObj(index -> character(content, encoding, index))
                .collect(Collectors.joining());
    }

    private String character(Content content, Encoding encoding, int index) {
        if (content == Content.BINARY) {
            return "%02X".formatted(random.nextInt(256));
        }
        while (true) {
            char character = (char) between(' ', '~');
            boolean written = encoding != Encoding.BCD || character == '=' || Character.isDigit(character);
            if (written && content.allows(index, character)) {
                return String.valueOf(character);
            }
        }
    }

    private static String date(String pattern) {
        return pattern.replace("YY", "31")
                .replace("MM", "12")
                .replace("DD", "31")
                .replace("hh", "23")
                .replace("mm", "59")
                .replace("ss", "00");
    }

    private String positional(Positional positional, Encoding encoding) {
        int count = between(positional.required(), positional.parts().size());
        String text = positional.parts().subList(0, count).stream()
                .map(part -> characters(part.content(), encoding, between(part.min(), part.max())))
                .collect(Collectors.joining());
        // Two digits share a byte, so an early end falls between bytes.
        return encoding == Encoding.BCD ? text.substring(0, text.length() & ~1) : text;
    }

    private String elements(Elements elements, Encoding encoding) {
        TreeMap<Integer, String> values = new TreeMap<>();
        for (int count = between(elements.categorized() ? 0 : 1, 8); count > 0; count--) {
            int tag = between(0, 99);
            values.put(tag, element(elements.known().get(tag), encoding));
        }
        elements.known().forEach((tag, shape) -> {
            if (random.nextInt(4) == 0) {
                values.put(tag, element(shape, encoding));
            }
        });
        boolean lead = elements.categorized() && (values.isEmpty() || random.nextInt(4) > 0);
        return Elements.write(lead ? "R" : "", values);
    }

    private String element(@Nullable Shape shape, Encoding encoding) {
        if (shape instanceof Positional positional) {
            return positional(positional, encoding);
        } else if (shape instanceof Elements nested) {
            return nested.known().isEmpty() ? "0101X0203ABC" : "0103212";
        }
        return characters(Content.SPECIAL, encoding, between(1, 20));
    }

    private String subFields(SubBitmap fields) {
        TreeMap<Integer, String> values = new TreeMap<>();
        List<Integer> numbers = IntStream.rangeClosed(1, 8 * fields.width())
                .filter(number -> fields.table().find(number) != null)
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(numbers, random);
        for (int number : numbers.subList(0, between(1, numbers.size()))) {
            values.put(number, of(fields.table().get(number)));
        }
        byte[] bytes = fields.write(values);
        return Hexadecimal.format(bytes, 0, bytes.length);
    }

    private String chip(int level) {
        List<Integer> tags = new ArrayList<>(CHIP_TAGS);
        Collections.shuffle(tags, random);
        StringBuilder text = new StringBuilder();
        for (int tag : tags.subList(0, between(1, 6))) {
            text.append(item(tag, characters(Content.BINARY, Encoding.RAW, between(0, 9))));
        }
        if (level == 1 && random.nextInt(3) == 0) {
            text.append(item(0x72, chip(2)));
        } else if (level == 1 && random.nextInt(5) == 0) {
            text.append(item(0x9F1E, characters(Content.BINARY, Encoding.RAW, between(128, 140))));
        }
        return text.toString();
    }

    private static String item(int tag, String value) {
        int length = value.length() / 2;
        return "%X%s%02X%s".formatted(tag, length > 127 ? "81" : "", length, value);
    }

    private static String repeat(int count, Supplier<String> text) {
        return IntStream.range(0, count).mapToObj(index -> text.get()).collect(Collectors.joining());
    }

    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }
}
