package dev.holdfast.engine.iso8583;

/**
 * The fields of ISO 8583:1987, table 2, with all characters in ASCII. Binary fields are hexadecimal characters, as the
 * libraries that speak this dialect write them. Field 65, the third bitmap, is not used. The private fields 48 and 63, which
 * the standard leaves to those who meet, hold what the {@link MastercardStyle} holds in them; 48 without a category code.
 */
final class Ascii1987 {

    private static final Dialect DIALECT = new Dialect(
            Encoding.ASCII, Encoding.ASCII, new LengthPrefix(Encoding.ASCII, 2), new LengthPrefix(Encoding.ASCII, 3));

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
            24   n3          network international identifier
            25   n2          point of service condition
            26   n2          point of service PIN capture
            27   n1          length of approval code
            28   x+n8        amount, transaction fee
            29   x+n8        amount, settlement fee
            30   x+n8        amount, transaction processing fee
            31   x+n8        amount, settlement processing fee
            32   n..11       acquiring institution
            33   n..11       forwarding institution
            34   ans..28     primary account number, extended
            35   z..37       track 2
            36   ans...104   track 3
            37   anp12       retrieval reference number
            38   anp6        approval code
            39   an2         response code
            40   an3         service restriction code
            41   ans8        card acceptor terminal
            42   ans15       card acceptor
            43   ans40       card acceptor name and location
            44   ans..25     additional response data
            45   ans..76     track 1
            46   ans...999   additional data, ISO
            47   ans...999   additional data, national
            48   ans...999   additional data
            49   n3          currency, transaction
            50   n3          currency, settlement
            51   n3          currency, cardholder billing
            52   h16         PIN block
            53   n16         security control information
            54   ans...120   additional amounts
            55   h...998     chip data
            56   ans...999   reserved, ISO
            57   ans...999   reserved, national
            58   ans...999   reserved, national
            59   ans...999   reserved, national
            60   ans...999   reserved, national
            61   ans...999   reserved, private
            62   ans...999   reserved, private
            63   ans...999   network data
            64   h16         message authentication code
            66   n1          settlement code
            67   n2          extended payment code
            68   n3          receiving institution country
            69   n3          settlement institution country
            70   n3          network management information
            71   n4          message number
            72   n4          message number, last
            73   YYMMDD      date, action
            74   n10         credits, number
            75   n10         credits, reversal number
            76   n10         debits, number
            77   n10         debits, reversal number
            78   n10         transfers, number
            79   n10         transfers, reversal number
            80   n10         inquiries, number
            81   n10         authorizations, number
            82   n12         credits, processing fee
            83   n12         credits, transaction fee
            84   n12         debits, processing fee
            85   n12         debits, transaction fee
            86   n16         credits, amount
            87   n16         credits, reversal amount
            88   n16         debits, amount
            89   n16         debits, reversal amount
            90   n42         original data elements
            91   an1         file update code
            92   an2         file security code
            93   an5         response indicator
            94   an7         service indicator
            95   an42        replacement amounts
            96   h16         message security code
            97   x+n16       amount, net settlement
            98   ans25       payee
            99   n..11       settlement institution
            100  n..11       receiving institution
            101  ans..17     file name
            102  ans..28     account identification 1
            103  ans..28     account identification 2
            104  ans...100   transaction description
            105  ans...999   reserved, ISO
            106  ans...999   reserved, ISO
            107  ans...999   reserved, ISO
            108  ans...999   reserved, ISO
            109  ans...999   reserved, ISO
            110  ans...999   reserved, ISO
            111  ans...999   reserved, ISO
            112  ans...999   reserved, national
            113  ans...999   reserved, national
            114  ans...999   reserved, national
            115  ans...999   reserved, national
            116  ans...999   reserved, national
            117  ans...999   reserved, national
            118  ans...999   reserved, national
            119  ans...999   reserved, national
            120  ans...999   reserved, private
            121  ans...999   reserved, private
            122  ans...999   reserved, private
            123  ans...999   reserved, private
            124  ans...999   reserved, private
            125  ans...999   reserved, private
            126  ans...999   reserved, private
            127  ans...999   reserved, private
            128  h16         message authentication code
            """;

    private Ascii1987() {}

    static Profile profile() {
        return new Profile(
                "ascii-1987",
                Framing.TWO_BYTES,
                false,
                Encoding.ASCII,
                Encoding.ASCII,
                FieldTable.parse(DIALECT, FIELDS)
                        .with(48, MastercardStyle.additionalData(false))
                        .with(54, CommonShapes.ADDITIONAL_AMOUNTS)
                        .with(63, MastercardStyle.networkData())
                        .with(90, CommonShapes.ORIGINAL_DATA)
                        .with(95, Positional.of("n12 n12 x+n8 x+n8")));
    }
}
