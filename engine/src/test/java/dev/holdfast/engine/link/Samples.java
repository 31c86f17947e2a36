package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.MessageBuilder;
import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.engine.iso8583.Profiles;
import dev.holdfast.engine.iso8583.StationHeader;

import java.util.List;

/** Messages as a network sends them. */
final class Samples {

    static final String CARD = "5555555555554444";
    static final List<Profile> PROFILES = List.of(Profiles.ASCII_1987, Profiles.MASTERCARD_STYLE, Profiles.VISA_STYLE);

    private Samples() {}

    static MessageBuilder message(Profile profile, String type, int trace) {
        MessageBuilder builder = profile.message(type).set(7, "1120143015").set(11, trace);
        return profile.isHeaded() ? builder.header(StationHeader.of("111111", "222222")) : builder;
    }

    static MessageBuilder request(Profile profile, String type, int trace) {
        return message(profile, type, trace)
                .set(2, CARD)
                .set(3, "000000")
                .set(4, 12_345)
                .set(18, 5411)
                .set(32, "012345")
                .set(37, "632414000042")
                .set(41, "TERM0001")
                .set(49, 608);
    }

    static Message authorization(Profile profile, int trace) {
        return request(profile, "0100", trace).build();
    }

    static Message management(Profile profile, String code) {
        return message(profile, "0800", 1).set(70, code).build();
    }
}
