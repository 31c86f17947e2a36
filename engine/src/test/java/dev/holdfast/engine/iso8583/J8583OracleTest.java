package dev.holdfast.engine.iso8583;

import com.solab.iso8583.IsoMessage;
import com.solab.iso8583.IsoType;
import com.solab.iso8583.MessageFactory;
import com.solab.iso8583.parse.FieldParseInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Another implementation must read what this one writes, and write what this one reads. */
class J8583OracleTest {

    private static final int MESSAGES = 2000;

    /** One dialect as the library is told of it. */
    private record Side(Profile profile, String charset, boolean binaryBitmap) {}

    static List<Side> sides() {
        return List.of(
                new Side(Profiles.ASCII_1987, "US-ASCII", false), new Side(Profiles.MASTERCARD_STYLE, "IBM1047", true));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void bothReadTheSameFields(Side side) throws Exception {
        MessageFactory<IsoMessage> oracle = oracle(side);
        Random random = new Random(1);
        for (int count = 0; count < MESSAGES; count++) {
            Message message = textMessage(side.profile, random);
            IsoMessage theirs = oracle.parseMessage(message.toBytes(), 0);

            assertThat(IntStream.rangeClosed(2, FieldTable.LAST).filter(theirs::hasField))
                    .containsExactlyElementsOf(message.numbers().boxed().toList());
            message.numbers()
                    .forEach(number -> assertThat(
                                    theirs.getField(number).getValue().toString())
                            .as("DE%d", number)
                            .isEqualTo(message.text(number)));
        }
    }

    @ParameterizedTest
    @MethodSource("sides")
    void bothWriteTheSameBytes(Side side) {
        MessageFactory<IsoMessage> oracle = oracle(side);
        Random random = new Random(2);
        for (int count = 0; count < MESSAGES; count++) {
            Message message = textMessage(side.profile, random);
            IsoMessage theirs = oracle.newMessage(Integer.parseInt(message.mti().toString(), 16));
            message.numbers().forEach(number -> {
                FieldSpec spec = side.profile.fields().get(number);
                theirs.setValue(
                        number, message.text(number), type(spec), spec.size().max());
            });

            assertThat(theirs.writeData()).isEqualTo(message.toBytes());
        }
    }

    /** Binary fields are left out: in text messages the library writes them as hexadecimal characters. */
    private static Message textMessage(Profile profile, Random random) {
        Message any =
                (Message) profile.decode(RandomMessages.sample(profile, random).bytes());
        MessageBuilder builder = profile.message(any.mti());
        any.numbers()
                .filter(number -> profile.fields().get(number).content() != Content.BINARY)
                .forEach(number -> builder.copy(number, any));
        return (Message) profile.decode(builder.encode());
    }

    private static MessageFactory<IsoMessage> oracle(Side side) {
        MessageFactory<IsoMessage> factory = new MessageFactory<>();
        factory.setCharacterEncoding(side.charset);
        factory.setForceStringEncoding(true);
        factory.setUseBinaryBitmap(side.binaryBitmap);
        Map<Integer, FieldParseInfo> guide = new HashMap<>();
        for (int number = 2; number <= FieldTable.LAST; number++) {
            FieldSpec spec = side.profile.fields().find(number);
            if (spec != null) {
                FieldParseInfo info =
                        FieldParseInfo.getInstance(type(spec), spec.size().max(), side.charset, false);
                info.setForceStringDecoding(true);
                guide.put(number, info);
            }
        }
        IntStream.rangeClosed(0x100, 0x899).forEach(type -> factory.setParseMap(type, guide));
        return factory;
    }

    private static IsoType type(FieldSpec spec) {
        return switch (spec.size().prefix().width()) {
            case 0 -> IsoType.ALPHA;
            case 2 -> IsoType.LLVAR;
            default -> IsoType.LLLVAR;
        };
    }
}
