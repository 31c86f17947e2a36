package dev.holdfast.engine.iso8583;

/**
 * A Visa-style host link: a station header, digits in BCD, other characters in EBCDIC, lengths in one binary byte that
 * counts digits for F2, F32, F33, F35 and F100 and bytes for all others.
 */
final class VisaStyle {

    private static final Dialect DIALECT =
            new Dialect(Encoding.BCD, Encoding.EBCDIC, LengthPrefix.BINARY_BYTE, LengthPrefix.BINARY_BYTE);

    /** F62, behind 64 bits. */
    private static final String PAYMENT_SERVICE = """
            1    an1         authorization characteristics
            2    n15         transaction identifier
            3    anp4        validation code
            4    anp1        market-specific data
            5    n2          duration
            6    anp1        prestigious property
            11   n2          multiple clearing, number
            12   n2          multiple clearing, count
            17   ans15       interchange compliance
            20   b5          merchant verification value
            21   anp4        risk score and reasons
            22   anp6        risk conditions
            23   anp2        product
            24   anp6        program
            25   anp1        spend qualified
            """;

    /** F63, behind 24 bits. */
    private static final String NETWORK_DATA = """
            1    n4          network
            2    n4          time limit
            3    n4          message reason
            4    n4          stand-in or switch reason
            6    ans7        chargeback reduction flags
            9    b14         fraud data
            11   anp1        reimbursement attribute
            12   ans30       sharing group
            13   n6          decimal positions
            14   ans36       currency conversion data
            19   anp3        fee program
            21   anp1        charge indicator
            """;

    /** F126, behind 64 bits. */
    private static final String PRIVATE_USE = """
            6    b17         cardholder certificate
            7    b17         merchant certificate
            8    b20         transaction identifier of the secure payment
            9    b20         cardholder authentication value
            10   ans6        card verification value 2
            12   b3          service indicators
            13   an1         stored credential environment
            14   an1         payment guarantee
            15   an1         authentication collection indicator
            16   ans..32     authentication value of the other network
            18   b12         agent account result
            """;

    /** F44; may end behind any position. */
    private static final String RESPONSE_DATA = """
            1    anp1        response source
            2    anp1        address verification result
            3    anp1        reserved
            4    anp1        product type
            5    anp1        card verification value result
            6    anp2        diversion level
            7    anp1        diversion reason
            8    anp1        card authentication result
            9    anp1        reserved
            10   anp1        card verification value 2 result
            11   anp2        original response
            12   anp1        check settlement
            13   anp1        cardholder authentication value result
            14   anp4        response reason
            15   ans1-6      reserved
            """;

    /** F60; may end behind any position from the second on, between bytes. */
    private static final String POINT_OF_SERVICE = """
            1    n1          terminal type
            2    n1          terminal capability
            3    n1          chip condition
            4    n1          special condition
            5    n2          reserved
            6    n1          chip transaction
            7    n1          chip reliability
            8    n2          mail, telephone or electronic commerce
            9    n1          cardholder identification
            10   n1          partial or estimated authorization
            """;

    private static final String FIELDS = """
            2    n..19       primary account number
            3    n6          processing code
            4    n12         amount, transaction
            5    n12         amount, settlement
            6    n12         amount, cardholder billing
            7    MMDDhhmmss  transmission date and time, UTC
            9    n8          conversion rate, settlement
            10   n8          conversion rate, cardholder billing
            11   n6          system trace audit number
            12   hhmmss      time, local transaction
            13   MMDD        date, local transaction
            14   YYMM        date, expiration
            15   MMDD        date, settlement
            16   MMDD        date, conversion
            18   n4          merchant type
            19   n3          acquiring institution country
            20   n3          account number country
            22   n3          point of service entry mode
            23   n3          card sequence number
            25   n2          point of service condition
            26   n2          point of service PIN capture
            28   x+n8        amount, transaction fee
            32   n..11       acquiring institution
            33   n..11       forwarding institution
            35   z..37       track 2
            37   anp12       retrieval reference number
            38   anp6        approval code
            39   an2         response code
            41   ans8        card acceptor terminal
            42   ans15       card acceptor
            43   ans40       card acceptor name and location: 25, 13, 2
            44   ans..25     additional response data
            45   ans..76     track 1
            48   ans..255    additional data
            49   n3          currency, transaction
            50   n3          currency, settlement
            51   n3          currency, cardholder billing
            52   b8          PIN block
            53   n16         security control information
            54   ans..120    additional amounts
            55   b..255      chip data
            59   ans..14     terminal geography
            60   n..12/bytes additional point of service data
            61   n..36/bytes other amounts
            62   b..255      payment service fields
            63   b..255      network fields
            64   b8          message authentication code
            66   n1          settlement code
            68   n3          receiving institution country
            70   n3          network management information
            73   YYMMDD      date, action
            90   n42         original data elements
            91   an1         file update code
            92   an2         file security code
            95   an42        replacement amounts
            100  n..11       receiving institution
            101  ans..17     file name
            102  ans..28     account identification 1
            103  ans..28     account identification 2
            104  b..255      transaction-specific data
            123  ans..255    address verification
            125  b..255      supporting information
            126  b..255      private-use fields
            127  ans..255    file records
            128  b8          message authentication code
            """;

    private VisaStyle() {}

    static Profile profile() {
        return new Profile("visa-style", Framing.TWO_BYTES_AND_CONTROL, true, Encoding.BCD, Encoding.RAW, fields());
    }

    private static FieldTable fields() {
        return FieldTable.parse(DIALECT, FIELDS)
                .with(44, Positional.table(RESPONSE_DATA).requiring(1))
                .with(54, CommonShapes.ADDITIONAL_AMOUNTS)
                .with(55, new Datasets(new BerTlv()))
                .with(60, Positional.table(POINT_OF_SERVICE).requiring(2))
                .with(62, new SubBitmap(8, FieldTable.parse(DIALECT, PAYMENT_SERVICE)))
                .with(63, new SubBitmap(3, FieldTable.parse(DIALECT, NETWORK_DATA)))
                .with(90, CommonShapes.ORIGINAL_DATA)
                .with(95, Positional.of("n12 n12 an9 an9"))
                .with(126, new SubBitmap(8, FieldTable.parse(DIALECT, PRIVATE_USE)));
    }
}
