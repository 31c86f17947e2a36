package dev.holdfast.engine.iso8583;

/**
 * A Mastercard-style host link: EBCDIC characters, binary bitmaps, lengths in EBCDIC digits, DE52 and DE55 in raw bytes.
 */
final class MastercardStyle {

    private static final Dialect DIALECT = new Dialect(
            Encoding.EBCDIC,
            Encoding.EBCDIC,
            new LengthPrefix(Encoding.EBCDIC, 2),
            new LengthPrefix(Encoding.EBCDIC, 3));

    /** DE48, behind its category code except in file updates and network management. */
    private static final String ADDITIONAL_DATA = """
            20   an1         cardholder verification method
            43   ans1-32     cardholder authentication value
            61   n1,n1,n1,n1,n1 extended conditions: 1 partial approval, 5 final
            63   ans15       trace identifier
            77   an3         payment type
            80   an2         PIN service
            82   n2          address verification request
            83   an1         address verification response
            84   an2         merchant advice code
            87   an1         card validation code result
            88   an1         magnetic stripe compliance status
            89   an1         magnetic stripe compliance error
            92   n3          card validation code 2
            """;

    /** DE48.42. */
    private static final String E_COMMERCE = """
            1    n1,n1,n1    security protocol, cardholder authentication, authentication value collection
            """;

    /** DE61. The postal code may be missing or short. */
    private static final String POINT_OF_SERVICE = """
            1    n1          terminal attendance
            2    n1          reserved
            3    n1          terminal location
            4    n1          cardholder presence
            5    n1          card presence
            6    n1          card capture capability
            7    n1          transaction status
            8    n1          transaction security
            9    n1          reserved
            10   n1          cardholder-activated terminal level
            11   n1          input capability
            12   n2          authorization life cycle
            13   n3          country
            14   ans1-10     postal code
            """;

    /** DE63. */
    private static final String NETWORK_DATA = """
            1    anp3        financial network
            2    anp6-9      Banknet reference number
            """;

    private static final String FIELDS = """
            2    n..19       primary account number
            3    n6          processing code
            4    n12         amount, transaction
            5    n12         amount, settlement
            6    n12         amount, cardholder billing
            7    MMDDhhmmss  transmission date and time, UTC
            8    n8          amount, cardholder billing fee
            9    n8          conversion rate, settlement
            10   n8          conversion rate, cardholder billing
            11   n6          system trace audit number
            12   hhmmss      time, local transaction
            13   MMDD        date, local transaction
            14   YYMM        date, expiration
            15   MMDD        date, settlement
            16   MMDD        date, conversion
            17   MMDD        date, capture
            18   n4          merchant type
            19   n3          acquiring institution country
            20   n3          account number country
            21   n3          forwarding institution country
            22   n3          point of service entry mode
            23   n3          card sequence number
            25   n2          point of service condition
            26   n2          point of service PIN capture
            28   x+n8        amount, transaction fee
            29   x+n8        amount, settlement fee
            30   x+n8        amount, transaction processing fee
            31   x+n8        amount, settlement processing fee
            32   n..6        acquiring institution
            33   n..6        forwarding institution
            34   ans..28     primary account number, extended
            35   z..37       track 2
            36   ans...104   track 3
            37   anp12       retrieval reference number
            38   anp6        approval code
            39   an2         response code
            41   ans8        card acceptor terminal
            42   ans15       card acceptor
            43   ans40       card acceptor name and location: 22, space, 13, space, 3
            44   ans..25     additional response data
            45   ans..76     track 1
            48   ans...999   additional data
            49   n3          currency, transaction
            50   n3          currency, settlement
            51   n3          currency, cardholder billing
            52   b8          PIN block
            53   n16         security control information
            54   ans...120   additional amounts
            55   b...255     chip data
            56   ans...37    payment account data
            60   ans...60    advice reason
            61   ans...26    point of service data
            62   ans...100   intermediate network facility data
            63   ans...50    network data
            64   b8          message authentication code
            70   n3          network management information
            90   n42         original data elements
            91   an1         file update code
            94   ans7        service indicator
            95   n42         replacement amounts
            96   n8          message security code
            100  n..11       receiving institution
            101  ans..17     file name
            102  ans..28     account identification 1
            103  ans..28     account identification 2
            105  ans...999   multi-use transaction identification data
            110  ans...999   key data
            112  ans...999   additional data, national
            120  ans...999   record data, address
            121  n...6       authorizing agent
            124  ans...299   member-defined data
            126  ans...100   private data
            127  ans...100   private data
            128  b8          message authentication code
            """;

    private MastercardStyle() {}

    static Profile profile() {
        return new Profile("mastercard-style", Framing.TWO_BYTES, false, Encoding.EBCDIC, Encoding.RAW, fields());
    }

    /** DE48. */
    static Elements additionalData(boolean categorized) {
        return Elements.table(categorized, ADDITIONAL_DATA)
                .with(33, Elements.table(false, ""))
                .with(42, Elements.table(false, E_COMMERCE));
    }

    /** DE63. */
    static Positional networkData() {
        return Positional.table(NETWORK_DATA);
    }

    private static FieldTable fields() {
        return FieldTable.parse(DIALECT, FIELDS)
                .with(48, additionalData(true))
                .with(54, CommonShapes.ADDITIONAL_AMOUNTS)
                .with(55, new BerTlv())
                .with(61, Positional.table(POINT_OF_SERVICE).requiring(13))
                .with(63, networkData())
                .with(90, CommonShapes.ORIGINAL_DATA)
                .with(95, Positional.of("n12 n12 n12 n6"));
    }
}
